package org.cumulet.database.database;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.json.Times;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Use;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.secret.Sealer;
import org.cumulet.database.server.ServerService;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;

/// What workflows read and write: the plan, and how far it is true. Every move may be made twice.
@Singleton
@Transactional
public class DatabaseLedger {

    private static final Use NOTHING = new Use(0, 0);

    private final DatabaseStore store;
    private final ServerService servers;
    private final InstanceService instances;
    private final Sealer sealer;
    private final Settlement settlement;
    private final Outbox outbox;
    private final Clock clock;

    DatabaseLedger(
            DatabaseStore store,
            ServerService servers,
            InstanceService instances,
            Sealer sealer,
            Settlement settlement,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock) {
        this.store = store;
        this.servers = servers;
        this.instances = instances;
        this.sealer = sealer;
        this.settlement = settlement;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Optional<Database> find(UUID id) {
        return store.findByIdOptional(id);
    }

    /// One of a project's, and nobody else changes anything of databases for as long as the transaction lasts.
    public Optional<Database> lockedNamed(String project, String name) {
        store.lock();
        return store.named(project, name);
    }

    /// Why it is not gone yet.
    public void waiting(UUID id, String why) {
        store.findByIdOptional(id).filter(Database::isGoing).ifPresent(database -> database.waiting(why));
    }

    /// What is to be done; nothing where the database is gone.
    public Optional<Plan> plan(UUID id) {
        return store.findByIdOptional(id).map(database -> {
            var engine = engine(database.server());
            return new Plan(
                    database.server(),
                    database.claimed(),
                    database.isGoing(),
                    database.shape(),
                    store.grantsIn(database).stream()
                            .map(grant -> entitlement(grant, engine))
                            .toList());
        });
    }

    private Plan.Entitlement entitlement(DatabaseGrant grant, EngineKind engine) {
        var user = grant.user();
        var leaving = accounts(user, engine, grant.database().isGoing() ? grant.recorded() : grant.leaving());
        var needed = store.grantsOf(user).stream()
                .filter(other -> !other.database().id().equals(grant.database().id()))
                .filter(other -> !other.isWithdrawn() && !other.database().isGoing())
                .flatMap(other -> Stream.concat(other.hosts().stream(), other.recorded().stream()))
                .distinct()
                .toList();
        return new Plan.Entitlement(
                user.name(),
                user.claimed(),
                grant.profile(),
                logins(user, engine),
                grant.hosts(),
                leaving,
                leaving.stream()
                        .filter(account -> !needed.contains(account.host()))
                        .toList());
    }

    private static List<Account> accounts(DatabaseUser user, EngineKind engine, List<String> hosts) {
        var logins = user.oldVerifier() == null
                ? Stream.of(user.login())
                : Stream.of(user.login(), user.oldLogin(engine)).distinct();
        return logins.flatMap(login -> hosts.stream().map(host -> new Account(login, host)))
                .toList();
    }

    private List<Plan.Login> logins(DatabaseUser user, EngineKind engine) {
        var now = verifier(user, user.verifier());
        var old = user.oldVerifier();
        var until = user.oldUntil();
        if (old == null || until == null || !until.isAfter(clock.instant())) {
            return List.of(new Plan.Login(user.login(), List.of(now)));
        }
        return switch (engine) {
            case MARIADB, MYSQL -> List.of(new Plan.Login(user.login(), List.of(now, verifier(user, old))));
            case POSTGRESQL ->
                List.of(
                        new Plan.Login(user.login(), List.of(now)),
                        new Plan.Login(user.oldLogin(engine), List.of(verifier(user, old))));
        };
    }

    private String verifier(DatabaseUser user, byte[] sealed) {
        return sealer.open(user.id(), sealed);
    }

    /// Nothing foreign is in the way: from here on what is there under these names is ours, and is written here before
    /// it is made.
    public void claim(UUID id) {
        store.findByIdOptional(id).ifPresent(database -> {
            database.claim();
            store.grantsIn(database).forEach(grant -> {
                grant.user().claim();
                grant.record();
            });
        });
    }

    /// What was to leave has left. A user without any database goes with its last one, unless it was declared by
    /// itself.
    public void settled(UUID id) {
        store.lock();
        store.findByIdOptional(id)
                .ifPresent(database -> store.grantsIn(database).forEach(grant -> {
                    grant.settle();
                    if (grant.isWithdrawn()) {
                        forget(grant);
                    }
                }));
    }

    private void forget(DatabaseGrant grant) {
        var user = grant.user();
        store.remove(grant);
        if (store.grantsOf(user).isEmpty()) {
            if (user.stands()) {
                user.unclaim();
            } else {
                store.remove(user);
            }
        }
    }

    /// Whether another wish has come after this one; the workflow that began with it makes everything true. What waits
    /// for
    /// a dump is made by the first one.
    public boolean isOutdated(UUID id, int wish) {
        return store.findByIdOptional(id)
                .filter(database -> database.wish() > wish && !database.isFilling())
                .isPresent();
    }

    public void ready(UUID id, int wish) {
        var now = Times.now(clock);
        if (store.activate(id, wish, now)) {
            var database = store.findById(id);
            outbox.publish(new DatabaseEvent.Ready(id, database.project(), database.name(), database.server(), now));
        }
    }

    /// A dump was played into it.
    public void filled(UUID id) {
        store.findByIdOptional(id).ifPresent(Database::filled);
    }

    /// Whatever is wished of it.
    public void failed(UUID id, String why) {
        store.findByIdOptional(id).ifPresent(database -> failed(id, database.wish(), why));
    }

    public void failed(UUID id, int wish, String why) {
        var now = Times.now(clock);
        if (store.fail(id, wish, why, now)) {
            var database = store.findById(id);
            outbox.publish(new DatabaseEvent.Failed(id, database.project(), database.name(), why, now));
        }
    }

    /// The server has nothing of it any more.
    public void gone(UUID id) {
        store.lock();
        store.findByIdOptional(id).ifPresent(database -> {
            store.grantsIn(database).forEach(this::forget);
            store.delete(database);
            if (store.onServer(database.project(), database.server()).isEmpty()) {
                instances.emptied(database.project(), database.server());
            }
            outbox.publish(new DatabaseEvent.Deleted(id, database.project(), database.name(), Times.now(clock)));
        });
    }

    /// Begins to end the passwords whose time is over.
    public void endOverlaps() {
        store.usersWithOldPasswordUntil(clock.instant()).forEach(settlement::endOverlap);
    }

    public Optional<Plan.OldPassword> oldPassword(UUID id) {
        return store.user(id).filter(user -> user.oldVerifier() != null).map(user -> {
            var engine = engine(user.server());
            var grants = store.grantsOf(user);
            return new Plan.OldPassword(
                    user.server(),
                    user.oldLogin(engine),
                    new Plan.Login(user.login(), List.of(verifier(user, user.verifier()))),
                    grants.stream()
                            .flatMap(grant -> grant.recorded().stream())
                            .distinct()
                            .toList(),
                    grants.stream().map(grant -> grant.database().name()).toList());
        });
    }

    public void oldPasswordEnded(UUID user) {
        store.user(user).ifPresent(DatabaseUser::forgetOld);
    }

    /// The servers that have databases which are as declared.
    public Set<UUID> serversInUse() {
        return store.active().stream().map(Database::server).collect(Collectors.toSet());
    }

    public void measured(UUID server, Map<String, Use> uses) {
        store.active().stream()
                .filter(database -> database.server().equals(server))
                .forEach(database -> {
                    var use = uses.getOrDefault(database.name(), NOTHING);
                    database.measured(use);
                    if (database.crossedItsLimit()) {
                        tellOfLimit(database, use.bytes());
                    }
                });
    }

    private void tellOfLimit(Database database, long bytes) {
        var now = Times.now(clock);
        var limit = database.sizeLimitMb();
        outbox.publish(
                limit != null && database.isOverItsLimit()
                        ? new DatabaseEvent.SizeLimitExceeded(
                                database.id(), database.project(), database.name(), limit, bytes, now)
                        : new DatabaseEvent.SizeLimitKept(
                                database.id(), database.project(), database.name(), bytes, now));
    }

    private EngineKind engine(UUID server) {
        return servers.find(server).orElseThrow().engine();
    }
}
