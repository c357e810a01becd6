package org.cumulet.database.database;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.DatabaseShape;
import org.cumulet.database.engine.Engines;
import org.cumulet.database.engine.Names;
import org.cumulet.database.engine.Profile;
import org.cumulet.database.instance.Instance;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.quota.QuotaService;
import org.cumulet.database.secret.Password;
import org.cumulet.database.secret.Sealer;
import org.cumulet.database.server.DatabaseServer;
import org.cumulet.database.server.ServerService;
import org.cumulet.database.server.ServerState;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// Turns a wish into rows, the workflow that makes them true, and the news: all in the transaction of the caller.
/// Whoever is refused leaves nothing behind, so that many can be admitted together.
@Singleton
class Admission {

    private final DatabaseStore store;
    private final ServerService servers;
    private final InstanceService instances;
    private final QuotaService quotas;
    private final Engines engines;
    private final Sealer sealer;
    private final Settlement settlement;
    private final Outbox outbox;
    private final Clock clock;

    Admission(
            DatabaseStore store,
            ServerService servers,
            InstanceService instances,
            QuotaService quotas,
            Engines engines,
            Sealer sealer,
            Settlement settlement,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock) {
        this.store = store;
        this.servers = servers;
        this.instances = instances;
        this.quotas = quotas;
        this.engines = engines;
        this.sealer = sealer;
        this.settlement = settlement;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What was admitted.
    ///
    /// @param passwords of users that are new, by name: known here and now only
    record Admitted(Database database, Map<String, String> passwords) {}

    /// @throws Fault saying why not
    Admitted admit(String project, String name, NewDatabase wish) {
        wish.trouble(name).ifPresent(why -> {
            throw new Fault.BadRequest(why);
        });
        store.lock();
        var known = store.named(project, name);
        return known.isPresent() ? change(known.get(), wish) : make(project, name, wish);
    }

    private Admitted make(String project, String name, NewDatabase wish) {
        var server = choose(project, name, wish);
        var quota = quotas.of(project);
        QuotaService.mustFit("databases", 1, store.count(project), quota.databases());
        QuotaService.mustFit("users", newUsers(server, wish.usersOr(name)), store.countUsers(project), quota.users());
        var shape = new DatabaseShape(name, wish.characterSetOn(server.engine()), wish.collationOn(server.engine()));
        var database = new Database(project, server.id(), shape, Times.now(clock));
        database.limit(wish.sizeLimitMb());
        store.add(database);
        var passwords = new HashMap<String, String>();
        wish.usersOr(name).forEach(user -> grant(database, server, user, passwords));
        letRootIn(database, instances.at(project, server));
        makeTrue(database);
        return new Admitted(database, passwords);
    }

    private void letRootIn(Database database, Instance instance) {
        store.user(instance.server(), instance.rootName())
                .filter(DatabaseUser::stands)
                .ifPresent(
                        root -> store.add(new DatabaseGrant(database, root, Profile.OWNER, List.of(Account.ANYWHERE))));
    }

    private Admitted change(Database database, NewDatabase wish) {
        var server = servers.find(database.server()).orElseThrow();
        mustStay(database, server, wish);
        database.limit(wish.sizeLimitMb() == null ? database.sizeLimitMb() : wish.sizeLimitMb());
        var passwords = new HashMap<String, String>();
        var changed = wish.users() != null && changeUsers(database, server, wish.users(), passwords);
        if (changed || database.state() == DatabaseState.ERROR) {
            begin(database);
        }
        return new Admitted(database, passwords);
    }

    /// What cannot be changed is asked to be as it is.
    private static void mustStay(Database database, DatabaseServer server, NewDatabase wish) {
        if (database.isGoing()) {
            throw new Fault.Conflict("Database '%s' is being deleted.".formatted(database.name()));
        }
        if (database.isFilling()) {
            throw new Fault.Conflict(
                    "Database '%s' is being restored, or that has failed: restore it again, or delete it."
                            .formatted(database.name()));
        }
        if (differs(wish.server(), server.name())
                || differs(wish.engine(), server.engine())
                || differs(wish.characterSet(), database.characterSet())
                || differs(wish.collation(), database.collation())) {
            throw new Fault.Conflict(
                    "Database '%s' is there with another server, engine, character set or collation; these stay as they are."
                            .formatted(database.name()));
        }
        wish.trouble(database.name(), server.engine()).ifPresent(why -> {
            throw new Fault.BadRequest(why);
        });
    }

    private static boolean differs(@Nullable Object wished, Object is) {
        return wished != null && !Objects.equals(wished, is);
    }

    private boolean changeUsers(
            Database database, DatabaseServer server, List<NewDatabase.User> users, Map<String, String> passwords) {
        users.forEach(user -> troubleWithUser(database.project(), server, user.name())
                .ifPresent(why -> {
                    throw new Fault.Conflict("Server '%s' %s.".formatted(server.name(), why));
                }));
        QuotaService.mustFit(
                "users",
                newUsers(server, users),
                store.countUsers(database.project()),
                quotas.of(database.project()).users());
        var grants = store.grantsIn(database).stream()
                .collect(Collectors.toMap(grant -> grant.user().name(), grant -> grant));
        var changed = false;
        for (var user : users) {
            var grant = grants.remove(user.name());
            if (grant == null) {
                grant(database, server, user, passwords);
                changed = true;
            } else if (!grant.is(user.profileOrOwner(), user.from())) {
                grant.change(user.profileOrOwner(), user.from());
                changed = true;
            }
        }
        grants.keySet().removeIf(Names::isRoot);
        grants.values().forEach(DatabaseGrant::withdraw);
        return changed || !grants.isEmpty();
    }

    private void grant(Database database, DatabaseServer server, NewDatabase.User wish, Map<String, String> passwords) {
        var user = store.user(server.id(), wish.name()).orElseGet(() -> {
            var password = Password.fresh();
            passwords.put(wish.name(), password);
            return add(database.project(), server, wish.name(), password);
        });
        store.add(new DatabaseGrant(database, user, wish.profileOrOwner(), wish.from()));
    }

    /// The same under another name: who knew the password knows it still.
    DatabaseUser heir(DatabaseUser user, String name) {
        var heir = new DatabaseUser(user.project(), user.server(), name, Times.now(clock));
        heir.prove(sealer.seal(heir.id(), sealer.open(user.id(), user.verifier())));
        store.add(heir);
        return heir;
    }

    DatabaseUser add(String project, DatabaseServer server, String name, String password) {
        var user = new DatabaseUser(project, server.id(), name, Times.now(clock));
        user.prove(verifier(user, server, password));
        store.add(user);
        return user;
    }

    byte[] verifier(DatabaseUser user, DatabaseServer server, String password) {
        return sealer.seal(user.id(), engines.of(server.engine()).verifier(password));
    }

    /// What was wished before is outdated.
    void begin(Database database) {
        store.build(database, Times.now(clock));
        makeTrue(database);
    }

    private void makeTrue(Database database) {
        settlement.apply(database);
        outbox.publish(new DatabaseEvent.Declared(
                database.id(), database.project(), database.name(), database.server(), database.updated()));
    }

    private long newUsers(DatabaseServer server, List<NewDatabase.User> users) {
        return users.stream()
                .filter(user -> store.user(server.id(), user.name()).isEmpty())
                .count();
    }

    /// The server with the fewest databases of those that can take it.
    private DatabaseServer choose(String project, String name, NewDatabase wish) {
        var all = servers.all();
        var refused = new TreeMap<String, Integer>();
        var load = store.load();
        return all.stream()
                .filter(server -> reason(project, name, wish, server)
                        .map(why -> refused.merge(why, 1, Integer::sum))
                        .isEmpty())
                .min(Comparator.<DatabaseServer>comparingLong(server -> load.getOrDefault(server.id(), 0L))
                        .thenComparing(DatabaseServer::name))
                .orElseThrow(() -> new Fault.Conflict("No server can take database '%s': of %d, %s."
                        .formatted(
                                name,
                                all.size(),
                                refused.isEmpty()
                                        ? "none is registered"
                                        : refused.entrySet().stream()
                                                .map(each -> each.getValue() + " " + each.getKey())
                                                .collect(Collectors.joining(", ")))));
    }

    private Optional<String> reason(String project, String name, NewDatabase wish, DatabaseServer server) {
        if (differs(wish.server(), server.name())) {
            return Optional.of("not the one asked for");
        }
        if (differs(wish.engine(), server.engine())) {
            return Optional.of("of another engine");
        }
        if (server.state() == ServerState.OFFLINE) {
            return Optional.of("offline");
        }
        if (store.isTaken(server.id(), name)) {
            return Optional.of("has a database of this name");
        }
        return wish.trouble(name, server.engine())
                .or(() -> wish.usersOr(name).stream()
                        .flatMap(user -> troubleWithUser(project, server, user.name()).stream())
                        .findFirst());
    }

    /// Users have their names on a server to themselves; another project's name is taken.
    Optional<String> troubleWithUser(String project, DatabaseServer server, String name) {
        if (name.equals(server.adminUser())) {
            return Optional.of("has an administrator '%s'".formatted(Names.shown(name)));
        }
        return store.user(server.id(), name)
                .filter(user -> !user.project().equals(project))
                .map(_ -> "has a user '%s' already".formatted(name));
    }
}
