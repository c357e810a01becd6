package org.cumulet.compute.launch;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.cumulet.api.json.Times;
import org.cumulet.compute.cabling.Network;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hosts;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.hypervisor.image.Images;
import org.cumulet.compute.scheduling.Scheduler;
import org.cumulet.compute.server.ServerFault;
import org.cumulet.compute.server.ServerService;
import org.cumulet.events.Service;
import org.cumulet.saga.Failure;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a wish becomes a running machine.
@Singleton
@Service("compute")
class LaunchServer implements Workflow<Launch> {

    private final ServerService servers;
    private final Scheduler scheduler;
    private final Network network;
    private final Images images;
    private final Hosts hosts;
    private final Hypervisor hypervisor;
    private final Guests guests;
    private final Clock clock;

    LaunchServer(
            ServerService servers,
            Scheduler scheduler,
            Network network,
            Images images,
            Hosts hosts,
            Hypervisor hypervisor,
            Guests guests,
            @Service("compute") Clock clock) {
        this.servers = servers;
        this.scheduler = scheduler;
        this.network = network;
        this.images = images;
        this.hosts = hosts;
        this.hypervisor = hypervisor;
        this.guests = guests;
        this.clock = clock;
    }

    @Override
    public Story<Launch> story() {
        return Story.of("launch-server", Launch.class)
                .first("claim a host", this::claimHost, this::freeHost)
                .then("plug the network", this::plugNetwork, this::unplugNetwork)
                .then("bring the image to the host", this::bringImage)
                .then("boot", this::boot, this::destroy)
                .otherwise(this::markFailed)
                .within(Duration.ofMinutes(30));
    }

    private Launch claimHost(Launch launch) throws InterruptedException {
        var host = scheduler.claim(launch.place());
        mustBeWanted(servers.scheduled(launch.server(), host));
        return launch.on(host);
    }

    private void freeHost(Launch launch) throws InterruptedException {
        scheduler.free(launch.server());
    }

    private Launch plugNetwork(Launch launch) throws InterruptedException {
        var plugged = network.plug(launch.plugs());
        mustBeWanted(servers.plugged(launch.server(), plugged.nics()));
        return launch.with(plugged.cards());
    }

    private void unplugNetwork(Launch launch) throws InterruptedException {
        network.unplug(launch.server(), launch.plugs().given());
    }

    private Launch bringImage(Launch launch) {
        var image = images.find(launch.image());
        hypervisor.fetch(host(launch), image);
        return launch.from(image);
    }

    private Launch boot(Launch launch) {
        hypervisor.boot(host(launch), guests.of(launch));
        mustBeWanted(servers.active(launch.server()));
        return launch;
    }

    private void destroy(Launch launch) {
        hosts.find(launch.mustHaveHost().id()).ifPresent(host -> hypervisor.destroy(host, launch.server()));
    }

    private void markFailed(Launch launch, Failure why) {
        if (!why.aborted()) {
            servers.launchFailed(launch.server(), ServerFault.of(why.message(), why.details(), Times.now(clock)));
        }
    }

    private Host host(Launch launch) {
        return hosts.find(launch.mustHaveHost().id())
                .orElseThrow(() -> new StepFailed(
                        "The server's host is gone", launch.mustHaveHost().name()));
    }

    private static void mustBeWanted(boolean wanted) {
        if (!wanted) {
            throw new StepFailed("The server is being deleted");
        }
    }
}
