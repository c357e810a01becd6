package org.cumulet.database.install;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.Names;
import org.cumulet.database.secret.Password;
import org.cumulet.database.secret.Sealer;
import org.cumulet.database.server.ServerService;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;
import org.cumulet.ssh.Machine;

/// Has servers installed on hosts.
@Singleton
class InstallationService {

    private final InstallationStore store;
    private final DatabaseHosts hosts;
    private final ServerService servers;
    private final Sealer sealer;
    private final CurrentCaller caller;
    private final Sagas sagas;
    private final Outbox outbox;
    private final Clock clock;

    InstallationService(
            InstallationStore store,
            DatabaseHosts hosts,
            ServerService servers,
            Sealer sealer,
            CurrentCaller caller,
            @Service("database") Sagas sagas,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock) {
        this.store = store;
        this.hosts = hosts;
        this.servers = servers;
        this.sealer = sealer;
        this.caller = caller;
        this.sagas = sagas;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Begins one, or one that failed once more; one that is under way or done stays as it is.
    Installation create(NewInstallation wish) {
        caller.must(InstallationRule.CREATE);
        var machine = hosts.find(caller.token(), wish.host());
        return QuarkusTransaction.requiringNew().call(() -> wanted(wish, machine));
    }

    private Installation wanted(NewInstallation wish, Machine machine) {
        var before = store.named(wish.name()).orElse(null);
        var registered = servers.all().stream().anyMatch(server -> server.name().equals(wish.name()));
        var same = before != null && before.isFor(wish, machine);
        if (before != null && same && (before.isUnderWay() || registered)) {
            return before;
        }
        if (before != null && before.isUnderWay()) {
            throw new Fault.Conflict("Server '%s' is being installed otherwise.".formatted(wish.name()));
        }
        if (registered) {
            throw new Fault.Conflict("There is a server '%s' already.".formatted(wish.name()));
        }
        return begin(before != null && same && before.hasFailed() ? again(before, machine) : first(wish, machine));
    }

    private Installation begin(Installation installation) {
        sagas.begin(InstallServer.class, installation.host(), new Installing(installation.id(), null));
        outbox.publish(InstallationEvent.Requested.of(installation));
        return installation;
    }

    private Installation first(NewInstallation wish, Machine machine) {
        store.delete("name", wish.name());
        var id = UUID.randomUUID();
        var installation = new Installation(id, wish, machine, sealer.seal(id, Password.fresh()), Times.now(clock));
        store.persistAndFlush(installation);
        return installation;
    }

    private Installation again(Installation before, Machine machine) {
        before.again(machine, Times.now(clock));
        return before;
    }

    @Transactional
    List<Installation> list() {
        caller.must(InstallationRule.LIST);
        return store.all();
    }

    @Transactional
    Installation show(String id) {
        caller.must(InstallationRule.SHOW);
        try {
            return store.findByIdOptional(UUID.fromString(id))
                    .orElseThrow(() -> new Fault.NotFound("Installation", id));
        } catch (IllegalArgumentException e) {
            throw new Fault.NotFound("Installation", Names.shown(id)).because(e);
        }
    }
}
