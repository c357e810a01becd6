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

/// How a server is stopped: its guest is asked first.
@Singleton
@Service("compute")
class StopServer implements Workflow<Power> {

    private final ServerService servers;
    private final PowerSwitch power;
    private final Clock clock;

    StopServer(ServerService servers, PowerSwitch power, @Service("compute") Clock clock) {
        this.servers = servers;
        this.power = power;
        this.clock = clock;
    }

    @Override
    public Story<Power> story() {
        return Story.of("stop-server", Power.class).first("stop", this::stop).otherwise(this::stayAsItIs);
    }

    private Power stop(Power wish) throws InterruptedException {
        power.off(wish);
        servers.stopped(wish.server());
        return wish;
    }

    private void stayAsItIs(Power wish, Failure why) {
        if (!why.aborted()) {
            servers.unchanged(wish.server(), ServerFault.of(why.message(), why.details(), Times.now(clock)));
        }
    }
}
