package org.cumulet.inventory.host;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.inventory.placement.allocation.AllocationService;
import org.cumulet.inventory.placement.allocation.Held;
import org.cumulet.inventory.server.Servers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Who lives on a host: what is claimed there, with the names that compute has for it.
@Singleton
class HostServers {

    private static final Logger LOG = Logger.getLogger(HostServers.class);
    private static final int NAMED = 5;

    private final HostService hosts;
    private final AllocationService allocations;
    private final Servers servers;

    HostServers(HostService hosts, AllocationService allocations, Servers servers) {
        this.hosts = hosts;
        this.allocations = allocations;
        this.servers = servers;
    }

    /// @param name null where compute does not know it, or was not there to be asked
    record Resident(
            UUID id, @Nullable String name, @Nullable String status, String projectId, Map<String, Integer> resources) {

        String words() {
            return name == null ? id.toString() : "%s (%s)".formatted(name, id);
        }
    }

    record Many(List<Resident> servers) {}

    record Drained(HostView host, List<Resident> servers) {}

    List<Resident> on(String id) {
        return residents(hosts.named(id, HostRule.SERVERS));
    }

    /// @throws Fault.Conflict naming who lives there
    void mustBeNone(String id) {
        var host = hosts.named(id, HostRule.DELETE);
        var there = residents(host);
        if (!there.isEmpty()) {
            throw new Fault.Conflict("Host '%s' is in use by %d server%s: %s%s. Move or delete %s first."
                    .formatted(
                            host.name(),
                            there.size(),
                            there.size() == 1 ? "" : "s",
                            there.stream().limit(NAMED).map(Resident::words).collect(Collectors.joining(", ")),
                            there.size() > NAMED ? ", …" : "",
                            there.size() == 1 ? "it" : "them"));
        }
    }

    private List<Resident> residents(Host host) {
        var held = allocations.heldOf(host.id());
        var known = held.isEmpty() ? Map.<UUID, Servers.Server>of() : known();
        return held.entrySet().stream()
                .map(entry -> {
                    var server = known.get(entry.getKey().id());
                    return new Resident(
                            entry.getKey().id(),
                            server == null ? null : server.name(),
                            server == null ? null : server.status(),
                            entry.getKey().project(),
                            resources(entry.getValue()));
                })
                .sorted(Comparator.comparing(Resident::words))
                .toList();
    }

    private static Map<String, Integer> resources(List<Held> held) {
        return held.stream().collect(Collectors.toMap(Held::resourceClass, Held::amount, Integer::sum, TreeMap::new));
    }

    private Map<UUID, Servers.Server> known() {
        try {
            return servers.all();
        } catch (Servers.NobodyAnswers e) {
            LOG.warnf("The servers on a host are listed without their names: %s", e.getMessage());
            return Map.of();
        }
    }
}
