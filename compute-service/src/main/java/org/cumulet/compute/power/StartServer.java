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

/// How a server that is off is started again.
@Singleton
@Service("compute")
class StartServer implements Workflow<Power> {

    private final ServerService servers;
    private final PowerSwitch power;
    private final Clock clock;

    StartServer(ServerService servers, PowerSwitch power, @Service("compute") Clock clock) {
        this.servers = servers;
        this.power = power;
        this.clock = clock;
    }

    @Override
    public Story<Power> story() {
        return Story.of("start-server", Power.class).first("start", this::start).otherwise(this::stayOff);
    }

    private Power start(Power wish) throws InterruptedException {
        power.on(wish);
        servers.started(wish.server());
        return wish;
    }

    private void stayOff(Power wish, Failure why) {
        if (!why.aborted()) {
            servers.unchanged(wish.server(), ServerFault.of(why.message(), why.details(), Times.now(clock)));
        }
    }
}
