package org.cumulet.compute.hosting;

import static org.cumulet.compute.hosting.HostingRule.DETAIL_ZONES;
import static org.cumulet.compute.hosting.HostingRule.LIST_ZONES;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cumulet.auth.CurrentCaller;

/// Availability zones: hosts that share a fate, by the zone each was registered with.
@Singleton
public class ZoneService {

    private final HostDirectory hosts;
    private final CurrentCaller caller;

    ZoneService(HostDirectory hosts, CurrentCaller caller) {
        this.hosts = hosts;
        this.caller = caller;
    }

    /// True when there is a host in this zone.
    public boolean exists(String zone) {
        return hosts.all().stream().anyMatch(host -> host.availabilityZone().equals(zone));
    }

    Map<String, List<Host>> list() {
        caller.must(LIST_ZONES);
        return zones();
    }

    Map<String, List<Host>> detail() {
        caller.must(DETAIL_ZONES);
        return zones();
    }

    private Map<String, List<Host>> zones() {
        return hosts.all().stream()
                .collect(Collectors.groupingBy(Host::availabilityZone, TreeMap::new, Collectors.toList()));
    }
}
