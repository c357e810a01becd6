package org.cumulet.database.backup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Names;
import org.jspecify.annotations.Nullable;

/// Backups by the instance: all databases of one together. Those of single databases are among them.
@Singleton
public class InstanceBackupService {

    private static final int MAX_PAGE = 200;

    private final BackupService backups;
    private final BackupLedger ledger;
    private final BackupStore store;
    private final Shelf shelf;
    private final CurrentCaller caller;

    InstanceBackupService(
            BackupService backups, BackupLedger ledger, BackupStore store, Shelf shelf, CurrentCaller caller) {
        this.backups = backups;
        this.ledger = ledger;
        this.store = store;
        this.shelf = shelf;
        this.caller = caller;
    }

    /// Which are asked for.
    ///
    /// @param everywhere those of all projects
    /// @param project of this one only
    public record Wanted(
            boolean everywhere,
            @Nullable String project,
            @Nullable UUID instance,
            @Nullable EngineKind engine) {}

    /// @throws Fault.Forbidden when the caller may not have any made
    public void mustMayCreate() {
        caller.must(BackupRule.CREATE);
    }

    /// Has one made of these databases, all of them or none.
    @Transactional
    public InstanceBackup create(List<NewBackup> wishes) {
        var dumps = new ArrayList<Backup>();
        for (var wish : wishes) {
            dumps.add(backups.order(dumps.isEmpty() ? null : dumps.getFirst(), wish));
        }
        return new InstanceBackup(dumps);
    }

    @Transactional
    public Page<InstanceBackup> list(Wanted wanted, PageQuery query) {
        var own = !wanted.everywhere()
                && (wanted.project() == null || wanted.project().equals(caller.project()));
        caller.must(own ? BackupRule.LIST : BackupRule.LIST_ALL);
        var project = own ? caller.project() : wanted.project();
        var limit = query.limit(MAX_PAGE);
        var marker = query.marker().map(id -> marker(id, project)).orElse(null);
        var firsts = store.firsts(project, wanted.instance(), wanted.engine(), marker, limit + 1);
        var wholes = store.wholes(firsts.stream().map(Backup::id).toList()).stream()
                .collect(Collectors.groupingBy(Backup::whole));
        return Page.of(firsts, limit).map(first -> new InstanceBackup(Objects.requireNonNull(wholes.get(first.id()))));
    }

    private Backup marker(String id, @Nullable String project) {
        return BackupService.uuid(id)
                .flatMap(it -> project == null ? store.findByIdOptional(it) : store.withId(project, it))
                .orElseThrow(() ->
                        new Fault.BadRequest("There is no backup '%s' to go on after.".formatted(Names.shown(id))));
    }

    /// How many dumps count against the quota.
    @Transactional
    public long count(String project) {
        return store.count(project);
    }

    @Transactional
    public InstanceBackup show(String id) {
        caller.must(BackupRule.SHOW);
        return found(id);
    }

    /// For a restore, in the running transaction.
    public InstanceBackup toRestore(String id) {
        caller.must(BackupRule.RESTORE);
        var backup = found(id);
        backup.dumps().forEach(BackupService::complete);
        return backup;
    }

    /// Takes it away for good; one that is being made is given up.
    public void delete(String id) {
        caller.must(BackupRule.DELETE);
        QuarkusTransaction.requiringNew()
                .call(() -> {
                    var dumps = found(id).dumps();
                    dumps.forEach(BackupService::mustNotBeAwaited);
                    dumps.forEach(ledger::forget);
                    return dumps.stream()
                            .flatMap(dump -> Stream.ofNullable(dump.sha512()))
                            .toList();
                })
                .forEach(shelf::remove);
    }

    private InstanceBackup found(String id) {
        return BackupService.uuid(id)
                .map(whole -> store.whole(caller.project(), whole))
                .filter(dumps -> !dumps.isEmpty())
                .map(InstanceBackup::new)
                .orElseThrow(() -> new Fault.NotFound("Backup", Names.shown(id)));
    }
}
