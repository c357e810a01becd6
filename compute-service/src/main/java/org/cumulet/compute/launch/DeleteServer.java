package org.cumulet.compute.launch;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.compute.cabling.Network;
import org.cumulet.compute.hypervisor.Hosts;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.scheduling.Scheduler;
import org.cumulet.compute.server.ServerService;
import org.cumulet.events.Service;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a server ends, whatever state it is in. It always comes to that: a host that does not answer is left alone after
/// a while, and tidied up when it is back.
@Singleton
@Service("compute")
class DeleteServer implements Workflow<Removal> {

    private final ServerService servers;
    private final Scheduler scheduler;
    private final Network network;
    private final Hosts hosts;
    private final Hypervisor hypervisor;

    DeleteServer(ServerService servers, Scheduler scheduler, Network network, Hosts hosts, Hypervisor hypervisor) {
        this.servers = servers;
        this.scheduler = scheduler;
        this.network = network;
        this.hosts = hosts;
        this.hypervisor = hypervisor;
    }

    @Override
    public Story<Removal> story() {
        return Story.of("delete-server", Removal.class)
                .thenTry("remove it from its host", this::destroy)
                .then("unplug the network", this::unplugNetwork)
                .then("free its place", this::freeHost)
                .then("say that it is gone", this::markDeleted)
                .untilDone();
    }

    private Removal destroy(Removal removal) {
        servers.find(removal.server())
                .flatMap(server -> server.host())
                .flatMap(place -> hosts.find(place.id()))
                .ifPresent(host -> hypervisor.destroy(host, removal.server()));
        return removal;
    }

    private Removal unplugNetwork(Removal removal) throws InterruptedException {
        network.unplug(removal.server(), given(removal));
        return removal;
    }

    private List<UUID> given(Removal removal) {
        return servers.find(removal.server()).stream()
                .flatMap(server -> server.networks().stream())
                .flatMap(wish -> Stream.ofNullable(wish.port()))
                .toList();
    }

    private Removal freeHost(Removal removal) throws InterruptedException {
        scheduler.free(removal.server());
        return removal;
    }

    private Removal markDeleted(Removal removal) {
        servers.deleted(removal.server());
        return removal;
    }
}
