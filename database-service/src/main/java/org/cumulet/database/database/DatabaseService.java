package org.cumulet.database.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.api.page.PageQuery;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.Names;
import org.cumulet.database.engine.Use;
import org.cumulet.database.instance.Instance;
import org.cumulet.database.instance.InstanceRule;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.instance.InstanceState;
import org.cumulet.database.secret.Password;
import org.cumulet.database.server.DatabaseServer;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.database.server.ServerService;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// What can be done with the databases of the caller's project.
@Singleton
public class DatabaseService {

    private static final int MAX_PAGE = 200;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final DatabaseStore store;
    private final Admission admission;
    private final ServerService servers;
    private final InstanceService instances;
    private final ServerDoor door;
    private final Settlement settlement;
    private final LastDump lastDump;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final Clock clock;

    DatabaseService(
            DatabaseStore store,
            Admission admission,
            ServerService servers,
            InstanceService instances,
            ServerDoor door,
            Settlement settlement,
            LastDump lastDump,
            CurrentCaller caller,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock) {
        this.store = store;
        this.admission = admission;
        this.servers = servers;
        this.instances = instances;
        this.door = door;
        this.settlement = settlement;
        this.lastDump = lastDump;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Declares it, and waits a while for it to be so.
    DatabaseView declare(String name, NewDatabase wish, Duration patience) {
        caller.must(DatabaseRule.DECLARE);
        var project = caller.project();
        if (wish.name() != null && !wish.name().equals(name)) {
            throw new Fault.BadRequest("The name in the body is not the one in the path.");
        }
        var passwords = QuarkusTransaction.requiringNew()
                .call(() -> admission.admit(project, name, wish).passwords());
        return whenSettled(project, name, passwords, patience);
    }

    /// Declares it, in the running transaction, as one that is ready when it was filled from elsewhere.
    ///
    /// @param over whether it may replace what is there under its name; of that a last dump is kept
    /// @param filler begins, in the same transaction, what fills it
    public DatabaseView declareFilled(String name, NewDatabase wish, boolean over, Consumer<UUID> filler) {
        caller.must(DatabaseRule.DECLARE);
        var project = caller.project();
        var before = store.named(project, name);
        if (before.isPresent() && !over) {
            throw new Fault.Conflict(
                    "There is a database '%s': restore to another name, or say confirm=%s to replace what is in it."
                            .formatted(name, name));
        }
        before.ifPresent(this::keepLastDump);
        before.ifPresent(Database::filled);
        var admitted = admission.admit(project, name, wish);
        var database = admitted.database();
        database.fill();
        if (before.isPresent()) {
            admission.begin(database);
        }
        filler.accept(database.id());
        settlement.apply(database);
        return view(database, admitted.passwords());
    }

    /// Whether the caller's project has a database of this name.
    public boolean has(String name) {
        return store.named(caller.project(), name).isPresent();
    }

    /// What became of one of many.
    ///
    /// @param id null where it was refused
    /// @param refusal why
    public record Declared(
            String name,
            @Nullable UUID id,
            @Nullable DatabaseView database,
            @Nullable String refusal) {}

    /// Declares many in the running transaction. Those that cannot be are refused one by one.
    public List<Declared> declareAll(List<NewDatabase> wishes) {
        caller.must(DatabaseRule.DECLARE);
        var project = caller.project();
        return wishes.stream().map(wish -> declared(project, wish)).toList();
    }

    private Declared declared(String project, NewDatabase wish) {
        var name = wish.name() == null ? "" : wish.name();
        try {
            var admitted = admission.admit(project, name, wish);
            var database = admitted.database();
            return new Declared(name, database.id(), view(database, admitted.passwords()), null);
        } catch (Fault refused) {
            return new Declared(Names.shown(name), null, null, refused.text());
        }
    }

    /// @throws Fault.Forbidden when the caller may not look
    public void mustMayList() {
        caller.must(DatabaseRule.LIST);
    }

    /// Those that are still there, by id.
    public Map<UUID, DatabaseView> views(List<UUID> ids) {
        var found = store.withIds(ids);
        var grants = store.grantsIn(found);
        var all = servers.byId();
        return found.stream().collect(Collectors.toMap(Database::id, each -> view(each, all, grants)));
    }

    private static DatabaseView view(
            Database database, Map<UUID, DatabaseServer> servers, Map<Database, List<DatabaseGrant>> grants) {
        return DatabaseView.of(
                database,
                Objects.requireNonNull(servers.get(database.server())),
                grants.getOrDefault(database, List.of()),
                Map.of());
    }

    private DatabaseView whenSettled(String project, String name, Map<String, String> passwords, Duration patience) {
        var until = clock.instant().plus(patience);
        var view = view(project, name, passwords);
        while (view.state() == DatabaseState.BUILDING && clock.instant().isBefore(until)) {
            pause();
            view = view(project, name, passwords);
        }
        return view;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault.Unavailable("Interrupted while waiting.").because(e);
        }
    }

    private DatabaseView view(String project, String name, Map<String, String> passwords) {
        return QuarkusTransaction.requiringNew().call(() -> view(found(project, name), passwords));
    }

    private DatabaseView view(Database database, Map<String, String> passwords) {
        var server = servers.find(database.server()).orElseThrow();
        return DatabaseView.of(database, server, store.grantsIn(database), passwords);
    }

    @Transactional
    DatabaseView show(String name) {
        caller.must(DatabaseRule.SHOW);
        return view(found(caller.project(), name), Map.of());
    }

    @Transactional
    Page<DatabaseView> list(PageQuery query) {
        caller.must(DatabaseRule.LIST);
        var limit = query.limit(MAX_PAGE);
        var found = store.after(caller.project(), query.marker().orElse(""), limit + 1);
        var grants = store.grantsIn(found);
        var all = servers.byId();
        return Page.of(found, limit).map(each -> view(each, all, grants));
    }

    /// Takes it away for good.
    ///
    /// @param confirm its name once more
    /// @param force also while somebody is connected, or the server cannot be asked whether somebody is
    /// @param keepDump whether what is in it is kept for a while
    void delete(String name, @Nullable String confirm, boolean force, boolean keepDump) {
        caller.must(DatabaseRule.DELETE);
        var project = caller.project();
        var database = QuarkusTransaction.requiringNew().call(() -> found(project, name));
        if (!name.equals(confirm)) {
            throw new Fault.BadRequest("Deleting takes everything in it: say confirm=%s.".formatted(name));
        }
        if (!force && database.claimed()) {
            mustBeIdle(database);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock();
            var going = found(project, name);
            if (!keepDump) {
                lastDump.waive(going);
            } else if (!going.isGoing()) {
                keepLastDump(going);
            }
            if (!going.isGoing()) {
                drop(going);
            }
        });
    }

    /// How many databases each server has.
    @Transactional
    public Map<UUID, Long> load() {
        return store.load();
    }

    @Transactional
    public long count(String project) {
        return store.count(project);
    }

    @Transactional
    public long countUsers(String project) {
        return store.countUsers(project);
    }

    /// What instances hold, by the id of the instance.
    @Transactional
    public Map<UUID, Holding> holdings(List<Instance> shares) {
        var found = store
                .onServers(
                        shares.stream().map(Instance::project).collect(Collectors.toSet()),
                        shares.stream().map(Instance::server).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(database -> List.of(database.project(), database.server())));
        return shares.stream()
                .collect(Collectors.toMap(
                        Instance::id,
                        share -> Holding.of(found.getOrDefault(List.of(share.project(), share.server()), List.of()))));
    }

    /// The names of the databases of an instance, those that are going excepted.
    @Transactional
    public List<String> namesIn(String instance) {
        caller.must(DatabaseRule.LIST);
        return namesIn(instances.found(instance));
    }

    List<String> namesIn(Instance share) {
        return store.onServer(share.project(), share.server()).stream()
                .filter(database -> !database.isGoing())
                .map(Database::name)
                .toList();
    }

    /// All of them or none.
    ///
    /// @param wishes with their names
    @Transactional
    public void declareIn(String instance, List<NewDatabase> wishes) {
        caller.must(DatabaseRule.DECLARE);
        declareIn(instances.open(instance), wishes);
    }

    /// In an instance that is being made.
    public void declareIn(Instance share, List<NewDatabase> wishes) {
        caller.must(DatabaseRule.DECLARE);
        store.lock();
        var server = servers.find(share.server()).orElseThrow();
        for (var wish : wishes) {
            var name = String.valueOf(wish.name());
            Names.troubleWithDatabase(name).ifPresent(why -> {
                throw new Fault.BadRequest(why);
            });
            if (store.named(share.project(), name).isPresent() || store.isTaken(share.server(), name)) {
                throw new Fault.BadRequest("Database '%s' exists already.".formatted(Names.shown(name)));
            }
            admission.admit(share.project(), name, wish.on(server.name()));
        }
    }

    /// Takes one database from an instance; refused while somebody is connected.
    public void dropFrom(String instance, String name) {
        caller.must(DatabaseRule.DELETE);
        if (!namesIn(instance).contains(name)) {
            throw new Fault.NotFound("Database", Names.shown(name));
        }
        delete(name, name, false, true);
    }

    /// Takes an instance with all that is in it. Unless it is in error, that is refused while somebody is connected.
    public void deleteInstance(String id) {
        caller.must(InstanceRule.DELETE);
        caller.must(DatabaseRule.DELETE);
        var share = instances.open(id);
        var found = QuarkusTransaction.requiringNew().call(() -> store.onServer(share.project(), share.server()));
        if (share.state() != InstanceState.ERROR) {
            found.stream()
                    .filter(Database::claimed)
                    .filter(each -> !each.isGoing())
                    .forEach(this::mustBeIdle);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock();
            empty(instances.open(id));
        });
    }

    private void empty(Instance share) {
        instances.going(share);
        for (var user : store.usersOnServer(share.project(), share.server())) {
            user.release();
            if (store.grantsOf(user).isEmpty()) {
                store.remove(user);
            }
        }
        var left = store.onServer(share.project(), share.server());
        left.stream().filter(database -> !database.isGoing()).forEach(database -> {
            keepLastDump(database);
            drop(database);
        });
        if (left.isEmpty()) {
            instances.emptied(share.project(), share.server());
        }
    }

    private void keepLastDump(Database database) {
        if (database.claimed() && !database.isFilling()) {
            lastDump.order(database);
        }
    }

    private void drop(Database database) {
        database.delete(Times.now(clock));
        settlement.drop(database);
    }

    private void mustBeIdle(Database database) {
        var use = door.now(database.server(), (engine, access) -> engine.uses(access))
                .getOrDefault(database.name(), new Use(0, 0));
        if (use.connections() > 0) {
            throw new Fault.Conflict("Database '%s' has %d open connections: close them, or say force=true."
                    .formatted(database.name(), use.connections()));
        }
    }

    /// Gives a user a new password. It is answered this once.
    ///
    /// @param overlap how long the old one stays valid too
    DatabaseView rotate(String name, String userName, Duration overlap, Duration patience) {
        caller.must(DatabaseRule.ROTATE);
        var project = caller.project();
        var password = Password.fresh();
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock();
            rotate(grant(found(project, name), userName).user(), password, overlap);
        });
        return whenSettled(project, name, Map.of(userName, password), patience);
    }

    void rotate(DatabaseUser user, String password, Duration overlap) {
        var now = Times.now(clock);
        var server = servers.find(user.server()).orElseThrow();
        var verifier = admission.verifier(user, server, password);
        if (overlap.isZero()) {
            user.prove(verifier);
            user.endOverlap(now);
            if (user.oldUntil() != null) {
                settlement.endOverlap(user.id());
            }
        } else if (user.oldUntil() != null) {
            throw new Fault.Conflict(
                    "The password before is valid until %s; only a rotation without overlap can be made before that."
                            .formatted(user.oldUntil()));
        } else {
            user.rotate(verifier, server.engine(), now.plus(overlap));
        }
        store.grantsOf(user).stream()
                .map(DatabaseGrant::database)
                .filter(database -> !database.isGoing())
                .forEach(database -> {
                    admission.begin(database);
                    outbox.publish(new DatabaseEvent.CredentialsRotated(
                            database.id(), database.project(), database.name(), user.name(), now));
                });
    }

    /// Takes the database from a user.
    DatabaseView revoke(String name, String userName, Duration patience) {
        caller.must(DatabaseRule.REVOKE);
        var project = caller.project();
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock();
            var database = found(project, name);
            grant(database, userName).withdraw();
            admission.begin(database);
        });
        return whenSettled(project, name, Map.of(), patience);
    }

    /// For reading what its server says of it.
    public Database forDrift(String name) {
        caller.must(DatabaseRule.DRIFT);
        return QuarkusTransaction.requiringNew().call(() -> found(caller.project(), name));
    }

    /// Takes back what was not declared, and makes true again what was.
    public void repair(String name) {
        caller.must(DatabaseRule.REPAIR);
        QuarkusTransaction.requiringNew().run(() -> {
            var database = found(caller.project(), name);
            mustNotGo(database);
            settlement.repair(database);
            admission.begin(database);
        });
    }

    private static void mustNotGo(Database database) {
        if (database.isGoing()) {
            throw new Fault.Conflict("Database '%s' is being deleted.".formatted(database.name()));
        }
    }

    private DatabaseGrant grant(Database database, String user) {
        mustNotGo(database);
        return store.grantsIn(database).stream()
                .filter(grant -> grant.user().name().equals(user) && !grant.isWithdrawn())
                .findFirst()
                .orElseThrow(() -> new Fault.NotFound("User", Names.shown(user)));
    }

    private Database found(String project, String name) {
        return store.named(project, name).orElseThrow(() -> new Fault.NotFound("Database", Names.shown(name)));
    }
}
