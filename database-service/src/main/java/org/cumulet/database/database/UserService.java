package org.cumulet.database.database;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Names;
import org.cumulet.database.engine.Profile;
import org.cumulet.database.instance.Instance;
import org.cumulet.database.instance.InstanceRule;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.quota.QuotaService;
import org.cumulet.database.secret.Password;
import org.cumulet.database.server.DatabaseServer;
import org.cumulet.database.server.ServerService;
import org.jspecify.annotations.Nullable;

/// The users of an instance, one by one. They are the same that databases are declared with; what is declared here by
/// itself stays also without a database, and comes to its server with the first one it is given.
@Singleton
@Transactional
public class UserService {

    private final DatabaseStore store;
    private final Admission admission;
    private final DatabaseService databases;
    private final InstanceService instances;
    private final ServerService servers;
    private final QuotaService quotas;
    private final CurrentCaller caller;

    UserService(
            DatabaseStore store,
            Admission admission,
            DatabaseService databases,
            InstanceService instances,
            ServerService servers,
            QuotaService quotas,
            CurrentCaller caller) {
        this.store = store;
        this.admission = admission;
        this.databases = databases;
        this.instances = instances;
        this.servers = servers;
        this.quotas = quotas;
        this.caller = caller;
    }

    /// A user to make.
    ///
    /// @param host from where it comes; anywhere when left out
    /// @param databases that it shall own
    public record NewUser(String name, @Nullable String host, String password, List<String> databases) {

        String from() {
            return host == null ? Account.ANYWHERE : host;
        }

        @Override
        public String toString() {
            return name + "@" + from();
        }
    }

    /// What shall be different.
    public record UserChange(
            @Nullable String name,
            @Nullable String host,
            @Nullable String password) {

        @Override
        public String toString() {
            return "UserChange";
        }
    }

    /// A user from one of its hosts.
    public record InstanceUser(String name, String host, List<String> databases) {}

    /// The owner of all, and the password that is answered this once.
    public record Root(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /// By name, root excepted.
    public List<InstanceUser> list(String instance) {
        caller.must(DatabaseRule.LIST);
        var share = instances.found(instance);
        var users = store.usersOnServer(share.project(), share.server());
        var grants = store.grantsOf(users);
        return users.stream()
                .filter(user -> !Names.isRoot(user.name()))
                .flatMap(user -> faces(user, grants.getOrDefault(user, List.of())))
                .toList();
    }

    private static Stream<InstanceUser> faces(DatabaseUser user, List<DatabaseGrant> grants) {
        return hosts(user, grants).stream()
                .map(host -> new InstanceUser(
                        user.name(),
                        host,
                        grants.stream()
                                .filter(grant -> grant.hosts().contains(host))
                                .map(grant -> grant.database().name())
                                .toList()));
    }

    private static List<String> hosts(DatabaseUser user, List<DatabaseGrant> grants) {
        var standing = user.standingHosts() == null ? List.<String>of() : user.standingHosts();
        return Stream.concat(standing.stream(), grants.stream().flatMap(grant -> grant.hosts().stream()))
                .distinct()
                .toList();
    }

    /// @param key its name, or `name@host`
    public InstanceUser show(String instance, String key) {
        caller.must(DatabaseRule.SHOW);
        var asked = UserKey.of(key);
        var user = found(instances.found(instance), asked);
        return faces(user, grants(user)).filter(asked::isFace).findFirst().orElseThrow(() -> unknown(asked));
    }

    /// All of them or none.
    public void create(String instance, List<NewUser> wishes) {
        caller.must(DatabaseRule.DECLARE);
        create(instances.open(instance), wishes);
    }

    /// In an instance that is being made.
    public void create(Instance share, List<NewUser> wishes) {
        caller.must(DatabaseRule.DECLARE);
        store.lock();
        var server = server(share);
        mustFit(share, wishes.size());
        for (var wish : wishes) {
            mustBeFree(share, server, wish.name());
            mustBeGood(Names.troubleWithHost(server.engine(), wish.from()));
            mustBeGood(Names.troubleWithPassword(wish.password()));
            var user = admission.add(share.project(), server, wish.name(), wish.password());
            user.stand(List.of(wish.from()));
            grant(share, user, wish.databases());
        }
    }

    private void mustFit(Instance share, int users) {
        QuotaService.mustFit(
                "users",
                users,
                store.countUsers(share.project()),
                quotas.of(share.project()).users());
    }

    private void mustBeFree(Instance share, DatabaseServer server, String name) {
        mustBeGood(Names.troubleWithUser(name));
        mustBeGood(admission
                .troubleWithUser(share.project(), server, name)
                .map(why -> "Server '%s' %s.".formatted(server.name(), why)));
        mustBeGood(store.user(server.id(), name).map(_ -> "User '%s' exists already.".formatted(name)));
    }

    private static void mustBeGood(Optional<String> trouble) {
        trouble.ifPresent(why -> {
            throw new Fault.BadRequest(why);
        });
    }

    /// Makes it an owner of these databases.
    public void grant(String instance, String key, List<String> names) {
        caller.must(DatabaseRule.DECLARE);
        store.lock();
        var share = instances.open(instance);
        grant(share, found(share, UserKey.of(key)), names);
    }

    private void grant(Instance share, DatabaseUser user, List<String> names) {
        var hosts = hosts(user, grants(user));
        for (var name : new LinkedHashSet<>(names)) {
            var database = Optional.of(name)
                    .filter(it -> Names.troubleWithDatabase(it).isEmpty())
                    .flatMap(it -> store.named(share.project(), it))
                    .filter(it -> it.server().equals(share.server()) && !it.isGoing())
                    .orElseThrow(() -> new Fault.NotFound("Database", Names.shown(name)));
            if (give(database, user, hosts)) {
                admission.begin(database);
            }
        }
    }

    private boolean give(Database database, DatabaseUser user, List<String> hosts) {
        var known = store.grantsIn(database).stream()
                .filter(grant -> grant.user().equals(user))
                .findFirst();
        if (known.isEmpty()) {
            store.add(new DatabaseGrant(database, user, Profile.OWNER, hosts));
            return true;
        }
        var withdrawn = known.get().isWithdrawn();
        if (withdrawn) {
            known.get().change(Profile.OWNER, hosts);
        }
        return withdrawn;
    }

    /// Takes a database from it.
    public void revoke(String instance, String key, String name) {
        caller.must(DatabaseRule.REVOKE);
        store.lock();
        var user = found(instances.open(instance), UserKey.of(key));
        var grant = grants(user).stream()
                .filter(it -> it.database().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault.NotFound("Database", Names.shown(name)));
        grant.withdraw();
        admission.begin(grant.database());
    }

    /// All of them or none.
    ///
    /// @param wishes by `name` or `name@host`
    public void changePasswords(String instance, Map<String, String> wishes) {
        wishes.forEach((key, password) -> change(instance, key, new UserChange(null, null, password)));
    }

    /// Another host, password or name, in this order.
    public void change(String instance, String key, UserChange wish) {
        caller.must(DatabaseRule.ROTATE);
        store.lock();
        var share = instances.open(instance);
        var asked = UserKey.of(key);
        var user = found(share, asked);
        if (wish.host() != null) {
            mustBeGood(Names.troubleWithHost(engine(share), wish.host()));
            relocate(user, each -> asked.host() == null || each.equals(asked.host()) ? wish.host() : each);
        }
        if (wish.password() != null) {
            mustBeGood(Names.troubleWithPassword(wish.password()));
            databases.rotate(user, wish.password(), Duration.ZERO);
        }
        if (wish.name() != null && !wish.name().equals(user.name())) {
            mustBeFree(share, server(share), wish.name());
            rename(user, wish.name());
        }
    }

    /// @param moved what becomes of a host; the empty text takes it away
    private void relocate(DatabaseUser user, UnaryOperator<String> moved) {
        if (user.standingHosts() != null) {
            user.stand(relocated(user.standingHosts(), moved));
        }
        for (var grant : grants(user)) {
            var hosts = relocated(grant.hosts(), moved);
            if (!hosts.equals(grant.hosts())) {
                grant.change(grant.profile(), hosts);
                admission.begin(grant.database());
            }
        }
    }

    private static List<String> relocated(List<String> hosts, UnaryOperator<String> moved) {
        return hosts.stream()
                .map(moved)
                .filter(host -> !host.isEmpty())
                .distinct()
                .toList();
    }

    private void rename(DatabaseUser user, String name) {
        var grants = grants(user);
        var heir = admission.heir(user, name);
        heir.stand(hosts(user, grants));
        grants.forEach(grant -> store.add(new DatabaseGrant(grant.database(), heir, grant.profile(), grant.hosts())));
        leave(user);
    }

    /// Takes it away, or only from one of its hosts.
    public void drop(String instance, String key) {
        caller.must(DatabaseRule.REVOKE);
        store.lock();
        var asked = UserKey.of(key);
        var user = found(instances.open(instance), asked);
        if (asked.host() != null && hosts(user, grants(user)).size() > 1) {
            relocate(user, each -> each.equals(asked.host()) ? "" : each);
        } else {
            leave(user);
        }
    }

    private void leave(DatabaseUser user) {
        user.release();
        var all = store.grantsOf(user);
        if (all.isEmpty()) {
            store.remove(user);
        }
        all.stream().filter(grant -> !grant.isWithdrawn()).forEach(grant -> {
            grant.withdraw();
            if (!grant.database().isGoing()) {
                admission.begin(grant.database());
            }
        });
    }

    /// Lets somebody in as the owner of all databases of the instance, also of those that are yet to come. Whoever did
    /// so before has another password now.
    ///
    /// @param password null for one that we make
    public Root enableRoot(String instance, @Nullable String password) {
        caller.must(InstanceRule.ROOT_CREATE);
        store.lock();
        var share = instances.open(instance);
        var secret = password == null ? Password.fresh() : password;
        mustBeGood(Names.troubleWithPassword(secret));
        var known = store.user(share.server(), share.rootName());
        var root = known.orElseGet(() -> {
            mustFit(share, 1);
            return admission.add(share.project(), server(share), share.rootName(), secret);
        });
        root.stand(List.of(Account.ANYWHERE));
        grant(share, root, databases.namesIn(share));
        known.ifPresent(before -> databases.rotate(before, secret, Duration.ZERO));
        instances.rootEnabled(share);
        return new Root(root.name(), secret);
    }

    /// @throws Fault.NotFound when it is not enabled
    public void disableRoot(String instance) {
        caller.must(InstanceRule.ROOT_DELETE);
        store.lock();
        var share = instances.open(instance);
        leave(store.user(share.server(), share.rootName())
                .filter(DatabaseUser::stands)
                .orElseThrow(() -> Fault.NotFound.saying("Root is not enabled in instance %s.".formatted(share.id()))));
    }

    private DatabaseUser found(Instance share, UserKey key) {
        return Optional.of(key.name())
                .filter(name -> Names.troubleWithUser(name).isEmpty())
                .flatMap(name -> store.user(share.server(), name))
                .filter(user -> user.project().equals(share.project()))
                .filter(user -> hosts(user, grants(user)).stream().anyMatch(key::isFrom))
                .orElseThrow(() -> unknown(key));
    }

    private static Fault unknown(UserKey key) {
        return new Fault.NotFound("User", Names.shown(key.name()));
    }

    private List<DatabaseGrant> grants(DatabaseUser user) {
        return store.grantsOf(List.of(user)).getOrDefault(user, List.of());
    }

    private DatabaseServer server(Instance share) {
        return servers.find(share.server()).orElseThrow();
    }

    private EngineKind engine(Instance share) {
        return server(share).engine();
    }

    /// How a user is named in an address: `name` or `name@host`.
    private record UserKey(String name, @Nullable String host) {

        static UserKey of(String text) {
            var at = text.lastIndexOf('@');
            return at < 0 ? new UserKey(text, null) : new UserKey(text.substring(0, at), text.substring(at + 1));
        }

        boolean isFrom(String other) {
            return host == null || host.equals(other);
        }

        boolean isFace(InstanceUser face) {
            return isFrom(face.host());
        }
    }
}
