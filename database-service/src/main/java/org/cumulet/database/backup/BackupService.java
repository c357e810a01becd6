package org.cumulet.database.backup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.database.Database;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.engine.Names;
import org.cumulet.database.quota.QuotaService;
import org.cumulet.database.server.ServerService;
import org.jspecify.annotations.Nullable;

/// What can be done with the backups of the caller's project.
@Singleton
public class BackupService {

    private static final int MAX_PAGE = 200;

    private final BackupStore store;
    private final BackupLedger ledger;
    private final Shelf shelf;
    private final DatabaseLedger databases;
    private final ServerService servers;
    private final QuotaService quotas;
    private final CurrentCaller caller;

    BackupService(
            BackupStore store,
            BackupLedger ledger,
            Shelf shelf,
            DatabaseLedger databases,
            ServerService servers,
            QuotaService quotas,
            CurrentCaller caller) {
        this.store = store;
        this.ledger = ledger;
        this.shelf = shelf;
        this.databases = databases;
        this.servers = servers;
        this.quotas = quotas;
        this.caller = caller;
    }

    /// Has one made. It is complete when its state says so.
    @Transactional
    public BackupView create(NewBackup wish) {
        return view(order(null, wish));
    }

    /// In the running transaction.
    ///
    /// @param first the first of those that are ordered together; null for that one
    Backup order(@Nullable Backup first, NewBackup wish) {
        caller.must(BackupRule.CREATE);
        var project = caller.project();
        var database = databases
                .lockedNamed(project, wish.database())
                .orElseThrow(() -> new Fault.NotFound("Database", Names.shown(wish.database())));
        mustBeThere(database);
        QuotaService.mustFit(
                "backups", 1, store.count(project), quotas.of(project).backups());
        var backup = ledger.order(first, database, BackupKind.ON_DEMAND, wish);
        ledger.begin(backup);
        return backup;
    }

    private static void mustBeThere(Database database) {
        if (database.isGoing()) {
            throw new Fault.Conflict("Database '%s' is being deleted.".formatted(database.name()));
        }
        if (!database.claimed() || database.isFilling()) {
            throw new Fault.Conflict("Database '%s' has not been made yet.".formatted(database.name()));
        }
    }

    /// Has one made because its hour has come; nobody asked. In the running transaction. Where one is being made, or
    /// there is nothing yet, none is.
    ///
    /// @param keep how long it is kept, if there is an end to that
    public void createScheduled(Database database, Optional<Duration> keep) {
        if (database.claimed()
                && !database.isGoing()
                && !database.isFilling()
                && !store.isMakingOne(database.id(), BackupKind.SCHEDULED)) {
            ledger.begin(ledger.orderScheduled(database, keep));
        }
    }

    /// Takes away those that a schedule made beyond the newest so many.
    public void keepNewest(UUID database, int count) {
        QuarkusTransaction.requiringNew()
                .call(() -> ledger.forgetBeyond(database, count))
                .forEach(shelf::remove);
    }

    /// @param database those of this one only
    @Transactional
    public Page<BackupView> list(@Nullable String database, PageQuery query) {
        caller.must(BackupRule.LIST);
        var limit = query.limit(MAX_PAGE);
        var marker = query.marker()
                .map(id -> uuid(id).flatMap(it -> store.withId(caller.project(), it))
                        .orElseThrow(() -> new Fault.BadRequest(
                                "There is no backup '%s' to go on after.".formatted(Names.shown(id)))))
                .orElse(null);
        var all = servers.byId();
        return Page.of(store.after(caller.project(), database, marker, limit + 1), limit)
                .map(backup -> BackupView.of(backup, all));
    }

    @Transactional
    public BackupView show(String id) {
        caller.must(BackupRule.SHOW);
        return view(found(id));
    }

    /// Takes it away for good; one that is being made is given up.
    public void delete(String id) {
        caller.must(BackupRule.DELETE);
        var kept = QuarkusTransaction.requiringNew().call(() -> {
            var backup = found(id);
            mustNotBeAwaited(backup);
            mustBeAlone(backup);
            ledger.forget(backup);
            return Optional.ofNullable(backup.sha512());
        });
        kept.ifPresent(shelf::remove);
    }

    static void mustNotBeAwaited(Backup backup) {
        if (backup.isBuilding() && backup.kind() == BackupKind.LAST) {
            throw new Fault.Conflict("Its database waits for it: delete that once more with last_dump=false.");
        }
    }

    private void mustBeAlone(Backup backup) {
        if (store.whole(backup.project(), backup.whole()).size() > 1) {
            throw new Fault.Conflict("It is a part of backup %s of an instance, and goes with that: openstack database"
                            .formatted(backup.whole())
                    + " backup delete.");
        }
    }

    /// For a restore, in the running transaction.
    public Backup toRestore(String id) {
        caller.must(BackupRule.RESTORE);
        return complete(found(id));
    }

    /// For a trial, which is said to be under way from here on; in the running transaction.
    public Backup toVerify(String id) {
        caller.must(BackupRule.VERIFY);
        var backup = complete(found(id));
        if (backup.verification() == Verification.RUNNING) {
            throw new Fault.Conflict("Backup '%s' is being verified.".formatted(id));
        }
        backup.verifying();
        return backup;
    }

    public BackupView view(Backup backup) {
        return BackupView.of(backup, servers.byId());
    }

    static Backup complete(Backup backup) {
        if (!backup.isComplete()) {
            throw new Fault.Conflict("Backup '%s' is not complete.".formatted(backup.id()));
        }
        return backup;
    }

    private Backup found(String id) {
        return uuid(id).flatMap(it -> store.withId(caller.project(), it))
                .orElseThrow(() -> new Fault.NotFound("Backup", Names.shown(id)));
    }

    static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
