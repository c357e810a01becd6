package org.cumulet.compute.power;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.HostRounds;
import org.cumulet.compute.hypervisor.Hosts;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerService;
import org.cumulet.compute.server.VmState;
import org.cumulet.events.Service;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Looks at the hosts from time to time: a guest that ended by itself makes its server SHUTOFF, one that runs
/// again makes it ACTIVE, and what a deletion or a failed launch had to leave on a host that was away is removed.
@Singleton
class PowerWatch {

    private static final Logger LOG = Logger.getLogger(PowerWatch.class);
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final int LATE = 9_500;

    private final ServerService servers;
    private final Hypervisor hypervisor;
    private final Clock clock;
    private final HostRounds rounds;

    PowerWatch(
            ServerService servers,
            Hosts hosts,
            Hypervisor hypervisor,
            @Service("compute") Clock clock,
            @ConfigProperty(name = "cumulet.compute.power-watch", defaultValue = "PT30S") Duration every) {
        this.servers = servers;
        this.hypervisor = hypervisor;
        this.clock = clock;
        this.rounds = new HostRounds("power-watch", every, hosts, this::lookAt);
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    void lookAt(Host host) {
        var before = clock.instant().minus(SETTLED);
        var found = hypervisor.guests(host);
        for (var server : knownOf(host, found).toList()) {
            if (server.state().task() == null && server.updated().isBefore(before)) {
                settle(host, server, found.getOrDefault(server.id(), GuestState.ABSENT));
            }
        }
    }

    private Stream<Server> knownOf(Host host, Map<UUID, GuestState> found) {
        var here = servers.on(host.id());
        var ids = here.stream().map(Server::id).collect(Collectors.toSet());
        var others = found.keySet().stream().filter(id -> !ids.contains(id)).toList();
        return Stream.concat(here.stream(), others.isEmpty() ? Stream.empty() : servers.find(others).stream());
    }

    private void settle(Host host, Server server, GuestState found) {
        var is = server.state().vm();
        if (is == VmState.ACTIVE && found != GuestState.RUNNING) {
            LOG.infof("Server %s has ended by itself on %s", server.id(), host);
            servers.stopped(server.id());
        } else if (is == VmState.STOPPED && found == GuestState.RUNNING) {
            LOG.infof("Server %s runs again on %s", server.id(), host);
            servers.started(server.id());
        } else if (found != GuestState.ABSENT && isNowhere(server)) {
            LOG.infof("Server %s was left on %s and is removed", server.id(), host);
            hypervisor.destroy(host, server.id());
        }
    }

    private static boolean isNowhere(Server server) {
        var is = server.state().vm();
        return is == VmState.DELETED || is == VmState.ERROR && server.host().isEmpty();
    }
}
