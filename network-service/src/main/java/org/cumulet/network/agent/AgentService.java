package org.cumulet.network.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.network.host.HostService;
import org.cumulet.network.network.NetworkService;
import org.cumulet.network.port.PortService;
import org.cumulet.network.wire.Ids;
import org.cumulet.network.wire.ListQuery;

/// The hosts that do the work, in Neutron's words.
@ApplicationScoped
public class AgentService {

    private static final Map<String, Function<AgentView, String>> FILTERS = Map.of(
            "id", agent -> agent.id().toString(),
            "agent_type", AgentView::agentType,
            "binary", AgentView::binary,
            "host", AgentView::host,
            "alive", agent -> Boolean.toString(agent.alive()));

    private final CurrentCaller caller;
    private final HostService hosts;
    private final NetworkService networks;
    private final PortService ports;

    AgentService(CurrentCaller caller, HostService hosts, NetworkService networks, PortService ports) {
        this.caller = caller;
        this.hosts = hosts;
        this.networks = networks;
        this.ports = ports;
    }

    List<AgentView> list(ListQuery query) {
        caller.must(AgentRule.GET);
        var wanted = query.filters().entrySet().stream()
                .map(filter -> {
                    var attribute = FILTERS.get(filter.getKey());
                    if (attribute == null) {
                        throw new Fault.BadRequest(
                                "['%s'] is invalid attribute for filtering".formatted(Ids.shown(filter.getKey())));
                    }
                    return (Predicate<AgentView>) agent -> filter.getValue().stream()
                            .anyMatch(value -> value.equalsIgnoreCase(attribute.apply(agent)));
                })
                .toList();
        return all().filter(agent -> wanted.stream().allMatch(filter -> filter.test(agent)))
                .toList();
    }

    AgentView show(String id) {
        caller.must(AgentRule.GET);
        return all().filter(agent -> agent.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault.NotFound("Agent", Ids.shown(id)));
    }

    /// The hosts that tell a network's machines their addresses.
    @Transactional
    List<AgentView> ofNetwork(String id) {
        caller.must(AgentRule.GET_DHCP);
        var network = networks.find(id).id();
        var serving = ports.forDhcp(List.of(network)).isEmpty()
                ? Set.<String>of()
                : ports.hostsOf(List.of(network)).getOrDefault(network, Set.of());
        return all().filter(agent -> agent.agentType().equals(AgentKind.DHCP.type()))
                .filter(agent -> serving.contains(agent.host()))
                .toList();
    }

    private Stream<AgentView> all() {
        return hosts.all().stream()
                .flatMap(host -> Stream.of(AgentKind.values()).map(kind -> AgentView.of(host, kind)));
    }
}
