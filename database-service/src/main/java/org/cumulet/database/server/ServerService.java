package org.cumulet.database.server;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.Engines;
import org.cumulet.database.engine.Names;
import org.cumulet.database.engine.Vitals;
import org.cumulet.database.secret.Password;
import org.cumulet.database.secret.Sealer;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;

/// What can be done with servers. Talking to one is never part of a transaction.
@Singleton
public class ServerService {

    private final ServerStore store;
    private final Engines engines;
    private final Sealer sealer;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final Clock clock;

    ServerService(
            ServerStore store,
            Engines engines,
            Sealer sealer,
            CurrentCaller caller,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock) {
        this.store = store;
        this.engines = engines;
        this.sealer = sealer;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Optional<DatabaseServer> find(UUID id) {
        return store.findByIdOptional(id);
    }

    /// All there are, by name.
    @Transactional
    public List<DatabaseServer> all() {
        return store.all();
    }

    @Transactional
    public Map<UUID, DatabaseServer> byId() {
        return store.all().stream().collect(Collectors.toMap(DatabaseServer::id, server -> server));
    }

    /// How to reach it.
    @Transactional
    public Access access(UUID id) {
        return access(store.findByIdOptional(id)
                .orElseThrow(() -> new IllegalStateException("Server %s is gone".formatted(id))));
    }

    private Access access(DatabaseServer server) {
        return access(server, server.adminPassword());
    }

    private Access access(DatabaseServer server, byte[] password) {
        return new Access(
                server.engine(), server.host(), server.port(), server.adminUser(), sealer.open(server.id(), password));
    }

    @Transactional
    List<DatabaseServer> list() {
        caller.must(ServerRule.LIST);
        return store.all();
    }

    @Transactional
    DatabaseServer show(String name) {
        caller.must(ServerRule.SHOW);
        return named(name);
    }

    /// Registers it, if it answers and its administrator may do what is needed.
    DatabaseServer register(NewServer wish) {
        caller.must(ServerRule.REGISTER);
        var access = new Access(wish.engine(), wish.host(), wish.portOrUsual(), wish.adminUser(), wish.adminPassword());
        try {
            var vitals = engines.of(wish.engine()).vitals(access);
            return QuarkusTransaction.requiringNew().call(() -> add(wish, vitals));
        } catch (SQLException e) {
            throw new Fault.Unprocessable("The server cannot be used as %s: %s".formatted(access, said(e))).because(e);
        }
    }

    /// Registers what was made for us, if it answers and its administrator may do what is needed; may be done twice.
    public void adopt(String name, Access access) throws SQLException {
        var known =
                QuarkusTransaction.requiringNew().call(() -> store.named(name).filter(server -> server.isAt(access)));
        if (known.isPresent()) {
            return;
        }
        var vitals = engines.of(access.kind()).vitals(access);
        var wish = new NewServer(name, access.kind(), access.host(), access.port(), access.user(), access.password());
        QuarkusTransaction.requiringNew().run(() -> add(wish, vitals));
    }

    private DatabaseServer add(NewServer wish, Vitals vitals) {
        if (store.named(wish.name()).isPresent() || store.isAt(wish.host(), wish.portOrUsual())) {
            throw new Fault.Conflict("There is a server '%s' or one at %s:%d already."
                    .formatted(wish.name(), wish.host(), wish.portOrUsual()));
        }
        var id = UUID.randomUUID();
        var server = new DatabaseServer(id, wish, sealer.seal(id, wish.adminPassword()), vitals, Times.now(clock));
        store.persist(server);
        outbox.publish(ServerEvent.Registered.of(server));
        return server;
    }

    @Transactional
    void delete(String name) {
        caller.must(ServerRule.DELETE);
        var server = named(name);
        if (store.isUsed(server.id())) {
            throw new Fault.Conflict("Server '%s' still has databases: delete those first.".formatted(name));
        }
        store.delete(server);
        outbox.publish(new ServerEvent.Deleted(server.id(), name, Times.now(clock)));
    }

    /// Looks at it now.
    DatabaseServer check(String name) {
        caller.must(ServerRule.CHECK);
        var server = QuarkusTransaction.requiringNew().call(() -> named(name));
        lookAt(server.id());
        return QuarkusTransaction.requiringNew().call(() -> named(name));
    }

    /// Asks the server how it is, and writes it down.
    void lookAt(UUID id) {
        finishRotation(id);
        var access = QuarkusTransaction.requiringNew()
                .call(() -> find(id).map(this::access).orElse(null));
        if (access == null) {
            return;
        }
        try {
            var vitals = engines.of(access.kind()).vitals(access);
            note(id, server -> server.answered(vitals, Times.now(clock)));
        } catch (SQLException e) {
            note(id, server -> server.failed(said(e), Times.now(clock)));
        }
    }

    private void note(UUID id, Consumer<DatabaseServer> news) {
        QuarkusTransaction.requiringNew()
                .run(() -> store.locked(id).ifPresent(server -> {
                    var before = server.state();
                    news.accept(server);
                    if (server.state() != before) {
                        outbox.publish(new ServerEvent.StateChanged(
                                id, server.name(), server.state().word(), Times.now(clock)));
                    }
                }));
    }

    /// Gives the administrator a password that only this service knows.
    DatabaseServer rotate(String name) {
        caller.must(ServerRule.ROTATE);
        var id = QuarkusTransaction.requiringNew().call(() -> named(name).id());
        finishRotation(id);
        QuarkusTransaction.requiringNew()
                .run(() -> store.locked(id)
                        .filter(server -> server.nextPassword() == null)
                        .ifPresent(server -> server.announce(sealer.seal(id, Password.fresh()))));
        var plan = QuarkusTransaction.requiringNew().call(() -> Rotation.of(named(name), this));
        try {
            engines.of(plan.now().kind())
                    .changeOwnPassword(plan.now(), plan.next().password());
        } catch (SQLException e) {
            throw new Fault.Unavailable("The server does not take a new password now; the old one stays.").because(e);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            var server = named(name);
            server.changePassword(Times.now(clock));
            outbox.publish(new ServerEvent.Rotated(id, name, Times.now(clock)));
            return server;
        });
    }

    /// A rotation that was cut short: whichever password the server knows is the one.
    private void finishRotation(UUID id) {
        var server = QuarkusTransaction.requiringNew().call(() -> find(id).orElse(null));
        if (server == null) {
            return;
        }
        var next = server.nextPassword();
        if (next != null && answers(access(server, next))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> store.locked(id).ifPresent(it -> it.changePassword(Times.now(clock))));
        }
    }

    private boolean answers(Access access) {
        try {
            engines.of(access.kind()).vitals(access);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /// The administrator before and after.
    private record Rotation(Access now, Access next) {
        static Rotation of(DatabaseServer server, ServerService service) {
            var next = server.nextPassword();
            if (next == null) {
                throw new Fault.Conflict("The password of server '%s' is being changed.".formatted(server.name()));
            }
            return new Rotation(service.access(server), service.access(server, next));
        }
    }

    private DatabaseServer named(String name) {
        return store.named(name).orElseThrow(() -> new Fault.NotFound("Server", Names.shown(name)));
    }

    private static String said(SQLException trouble) {
        return Names.shown(String.valueOf(trouble.getMessage()));
    }
}
