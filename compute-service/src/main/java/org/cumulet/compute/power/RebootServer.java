package org.cumulet.compute.power;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.cumulet.api.json.Times;
import org.cumulet.compute.server.ServerFault;
import org.cumulet.compute.server.ServerService;
import org.cumulet.events.Service;
import org.cumulet.saga.Failure;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a server is restarted: off, gently or not, and on again.
@Singleton
@Service("compute")
class RebootServer implements Workflow<Power> {

    private final ServerService servers;
    private final PowerSwitch power;
    private final Clock clock;

    RebootServer(ServerService servers, PowerSwitch power, @Service("compute") Clock clock) {
        this.servers = servers;
        this.power = power;
        this.clock = clock;
    }

    @Override
    public Story<Power> story() {
        return Story.of("reboot-server", Power.class)
                .first("switch it off", this::off)
                .then("switch it on", this::on)
                .otherwise(this::markFailed);
    }

    private Power off(Power wish) throws InterruptedException {
        power.off(wish);
        return wish;
    }

    private Power on(Power wish) throws InterruptedException {
        power.on(wish);
        servers.rebooted(wish.server());
        return wish;
    }

    private void markFailed(Power wish, Failure why) {
        if (!why.aborted()) {
            servers.failed(wish.server(), ServerFault.of(why.message(), why.details(), Times.now(clock)));
        }
    }
}
