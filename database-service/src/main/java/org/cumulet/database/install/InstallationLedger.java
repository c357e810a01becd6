package org.cumulet.database.install;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.Names;
import org.cumulet.database.secret.Sealer;
import org.cumulet.database.server.ServerService;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.saga.StepFailed;

/// What the workflow reads and writes. Every move may be made twice.
@Singleton
class InstallationLedger {

    private static final String ADMIN = "cumulet";

    private final InstallationStore store;
    private final ServerService servers;
    private final Sealer sealer;
    private final Outbox outbox;
    private final Clock clock;

    InstallationLedger(
            InstallationStore store,
            ServerService servers,
            Sealer sealer,
            @Service("database") Outbox outbox,
            @Service("database") Clock clock) {
        this.store = store;
        this.servers = servers;
        this.sealer = sealer;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Installation at(UUID id, String step) {
        var installation =
                store.findByIdOptional(id).orElseThrow(() -> new StepFailed("The installation is not wanted any more"));
        installation.at(step, Times.now(clock));
        return installation;
    }

    String password(Installation installation) {
        var sealed = installation.adminPassword();
        if (sealed == null) {
            throw new StepFailed("The installation is over");
        }
        return sealer.open(installation.id(), sealed);
    }

    /// Registers the server, if it answers us; that proves that it lets us in from here.
    void register(Installation of) throws SQLException {
        if (of.state() == InstallationState.COMPLETE) {
            return;
        }
        servers.adopt(of.name(), new Access(of.engine().kind(), of.address(), of.port(), ADMIN, password(of)));
        QuarkusTransaction.requiringNew()
                .run(() -> store.findByIdOptional(of.id()).ifPresent(it -> {
                    it.complete(Times.now(clock));
                    outbox.publish(new InstallationEvent.Completed(it.id(), it.name(), it.updated()));
                }));
    }

    /// What is registered has not failed, whatever came after.
    @Transactional
    void failed(UUID id, String why) {
        store.findByIdOptional(id).filter(Installation::isUnderWay).ifPresent(it -> {
            it.fail(Names.shown(why), Times.now(clock));
            outbox.publish(new InstallationEvent.Failed(it.id(), it.name(), it.updated()));
        });
    }
}
