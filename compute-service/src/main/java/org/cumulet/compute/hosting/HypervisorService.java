package org.cumulet.compute.hosting;

import static org.cumulet.compute.hosting.HostingRule.DETAIL_HYPERVISORS;
import static org.cumulet.compute.hosting.HostingRule.LIST_HYPERVISORS;
import static org.cumulet.compute.hosting.HostingRule.SHOW_HYPERVISOR;
import static org.cumulet.compute.hosting.HostingRule.STATISTICS;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Rule;
import org.cumulet.compute.server.HostLoad;
import org.cumulet.compute.server.ServerService;

/// Hosts with what runs on them.
@Singleton
class HypervisorService {

    private static final int MAX_PAGE = 1000;

    private final HostDirectory hosts;
    private final ServerService servers;
    private final CurrentCaller caller;

    HypervisorService(HostDirectory hosts, ServerService servers, CurrentCaller caller) {
        this.hosts = hosts;
        this.servers = servers;
        this.caller = caller;
    }

    /// A host, what its servers take, and, where that was asked, which they are.
    record Hypervisor(Host host, HostLoad load, List<ServerName> servers) {}

    Page<Hypervisor> list(HypervisorQuery query) {
        return page(LIST_HYPERVISORS, query);
    }

    Page<Hypervisor> detail(HypervisorQuery query) {
        return page(DETAIL_HYPERVISORS, query);
    }

    Hypervisor show(String id, boolean withServers) {
        caller.must(SHOW_HYPERVISOR);
        var host = hosts.all().stream()
                .filter(found -> String.valueOf(ServiceView.id(found)).equals(id))
                .findFirst()
                .orElseThrow(() -> Fault.NotFound.saying("Hypervisor with ID '%s' could not be found.".formatted(id)));
        return hypervisor(host, servers.loads(), withServers);
    }

    List<Hypervisor> statistics() {
        caller.must(STATISTICS);
        var loads = servers.loads();
        return hosts.all().stream()
                .filter(Host::enabled)
                .map(host -> hypervisor(host, loads, false))
                .toList();
    }

    private Page<Hypervisor> page(Rule rule, HypervisorQuery query) {
        caller.must(rule);
        var found = query.narrow(hosts.all());
        var limit = query.pageLimit(MAX_PAGE);
        var loads = servers.loads();
        return Page.of(found.subList(0, Math.min(found.size(), limit + 1)), limit)
                .map(host -> hypervisor(host, loads, query.withServers()));
    }

    private Hypervisor hypervisor(Host host, Map<UUID, HostLoad> loads, boolean withServers) {
        return new Hypervisor(
                host, loads.getOrDefault(host.id(), HostLoad.NOTHING), withServers ? names(host.id()) : List.of());
    }

    private List<ServerName> names(UUID host) {
        return servers.on(host).stream()
                .map(server -> new ServerName(server.id(), server.name()))
                .toList();
    }

    /// A server by its id and name.
    record ServerName(UUID uuid, String name) {}
}
