package org.cumulet.network.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.network.availability.AvailabilityView.OfSubnet;
import org.cumulet.network.ipam.AddressService;
import org.cumulet.network.network.Network;
import org.cumulet.network.network.NetworkService;
import org.cumulet.network.subnet.Subnet;
import org.cumulet.network.subnet.SubnetService;
import org.cumulet.network.wire.ListQuery;

/// How many addresses networks have left.
@ApplicationScoped
public class AvailabilityService {

    private static final Map<String, String> FILTERS =
            Map.of("network_id", "id", "network_name", "name", "project_id", "project_id", "tenant_id", "tenant_id");

    private final CurrentCaller caller;
    private final NetworkService networks;
    private final SubnetService subnets;
    private final AddressService addresses;

    AvailabilityService(
            CurrentCaller caller, NetworkService networks, SubnetService subnets, AddressService addresses) {
        this.caller = caller;
        this.networks = networks;
        this.subnets = subnets;
        this.addresses = addresses;
    }

    @Transactional
    List<AvailabilityView> list(ListQuery query) {
        caller.must(AvailabilityRule.GET);
        var filters = new LinkedHashMap<String, List<String>>();
        query.filters().forEach((name, values) -> filters.put(FILTERS.getOrDefault(name, "?" + name), values));
        return views(networks.find(query.with(filters)));
    }

    @Transactional
    AvailabilityView show(String id) {
        caller.must(AvailabilityRule.GET);
        return views(List.of(networks.find(id))).getFirst();
    }

    private List<AvailabilityView> views(List<Network> all) {
        var below = subnets.on(all.stream().map(Network::id).toList());
        var used = addresses.used(
                below.values().stream().flatMap(List::stream).map(Subnet::id).toList());
        return all.stream()
                .map(network -> AvailabilityView.of(
                        network,
                        below.getOrDefault(network.id(), List.of()).stream()
                                .map(subnet -> OfSubnet.of(subnet, used.getOrDefault(subnet.id(), 0L)))
                                .toList()))
                .toList();
    }
}
