package org.cumulet.database.backup;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.api.json.Times;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.database.database.Database;
import org.cumulet.database.dump.Contents;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.instance.Instance;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.server.ServerService;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;
import org.jspecify.annotations.Nullable;

/// What is known of backups, and what workflows make of it. Every move may be made twice.
@Singleton
@Transactional
public class BackupLedger {

    /// What is to be dumped.
    record Order(UUID server, EngineKind engine, String database) {}

    private final BackupStore store;
    private final ServerService servers;
    private final InstanceService instances;
    private final Sagas sagas;
    private final Outbox outbox;
    private final Clock clock;
    private final DatabaseSettings.Backup settings;

    BackupLedger(
            BackupStore store,
            ServerService servers,
            InstanceService instances,
            @Service("database") Sagas sagas,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock,
            DatabaseSettings settings) {
        this.store = store;
        this.servers = servers;
        this.instances = instances;
        this.sagas = sagas;
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings.backup();
    }

    /// Writes down that one is to be made, and tells it.
    Backup order(Database of, BackupKind kind, NewBackup wish) {
        return order(null, of, kind, wish);
    }

    /// The same as a part of what begins with the first one.
    Backup order(@Nullable Backup first, Database of, BackupKind kind, NewBackup wish) {
        var now = Times.now(clock);
        var engine = servers.find(of.server()).orElseThrow().engine();
        var instance =
                instances.find(of.project(), of.server()).map(Instance::id).orElse(null);
        var backup = new Backup(first, instance, of, engine, kind, wish, now);
        store.persist(backup);
        outbox.publish(new BackupEvent.Requested(
                backup.id(), of.project(), of.name(), kind.name().toLowerCase(Locale.ROOT), now));
        return backup;
    }

    Backup orderScheduled(Database of, Optional<Duration> keep) {
        var backup = order(of, BackupKind.SCHEDULED, NewBackup.unnamed(of.name()));
        backup.expire(keep.map(backup.created()::plus).orElse(null));
        return backup;
    }

    /// Has it made by a workflow of its own.
    void begin(Backup backup) {
        sagas.begin(MakeBackup.class, backup.id().toString(), new Making(backup.id()));
    }

    public Optional<Backup> find(UUID id) {
        return store.findByIdOptional(id);
    }

    /// Nothing where it is made already, or not wanted any more.
    Optional<Order> toMake(UUID id) {
        return store.findByIdOptional(id)
                .filter(Backup::isBuilding)
                .map(backup -> new Order(backup.server(), backup.engine(), backup.databaseName()));
    }

    Optional<Backup> lastOneInTheMaking(UUID database) {
        return store.lastOneInTheMaking(database);
    }

    /// @return false where nobody wants it any more
    boolean complete(UUID id, Kept kept) {
        var wanted = store.findByIdOptional(id).filter(Backup::isBuilding);
        wanted.ifPresent(backup -> {
            var now = Times.now(clock);
            backup.complete(kept, now);
            if (backup.kind() == BackupKind.LAST) {
                backup.expire(now.plus(settings.keepLast()));
            }
            outbox.publish(new BackupEvent.Completed(id, backup.project(), backup.databaseName(), kept.bytes(), now));
        });
        return wanted.isPresent();
    }

    void failed(UUID id, String why) {
        store.findByIdOptional(id).filter(Backup::isBuilding).ifPresent(backup -> {
            var now = Times.now(clock);
            backup.fail(why, now);
            outbox.publish(new BackupEvent.Failed(id, backup.project(), backup.databaseName(), why, now));
        });
    }

    /// What was in it.
    public Contents contents(Backup backup) {
        return Kept.contents(Objects.requireNonNull(backup.contents()));
    }

    /// @param why what was wrong; null when all was there
    public void verified(UUID id, @Nullable String why) {
        store.findByIdOptional(id).ifPresent(backup -> {
            var now = Times.now(clock);
            backup.verified(why, now);
            outbox.publish(new BackupEvent.Verified(id, backup.project(), backup.databaseName(), why == null, now));
        });
    }

    /// Forgets it; its bytes are the caller's to remove.
    void forget(Backup backup) {
        sagas.abort(backup.id().toString(), "The backup is not wanted any more");
        store.delete(store.getEntityManager().contains(backup) ? backup : store.findById(backup.id()));
        outbox.publish(new BackupEvent.Deleted(backup.id(), backup.project(), backup.databaseName(), Times.now(clock)));
    }

    /// Those whose time is over, forgotten. Their bytes are the caller's to remove.
    List<String> forgetExpired() {
        return forgetAll(store.expired(clock.instant()));
    }

    /// The same with those that a schedule made beyond the newest so many.
    List<String> forgetBeyond(UUID database, int count) {
        return forgetAll(store.scheduled(database).stream().skip(count).toList());
    }

    private List<String> forgetAll(List<Backup> over) {
        over.forEach(this::forget);
        return over.stream()
                .flatMap(backup -> Stream.ofNullable(backup.sha512()))
                .toList();
    }

    boolean isKept(String sha512) {
        return store.isKept(sha512);
    }
}
