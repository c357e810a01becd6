package org.cumulet.compute.hosting;

import static org.cumulet.compute.web.ComputeVersions.HYPERVISOR_PAGES;
import static org.cumulet.compute.web.ComputeVersions.UUIDS;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.cumulet.api.version.Microversion;
import org.jspecify.annotations.Nullable;

/// Which hypervisors.
public class HypervisorQuery extends PageQuery {

    @QueryParam("hypervisor_hostname_pattern")
    @Nullable
    String pattern;

    @QueryParam("with_servers")
    @Nullable
    String withServers;

    boolean withServers() {
        return Microversion.atLeast(UUIDS) && withServers != null && withServers.matches("(?i)true|1|yes|on|t");
    }

    int pageLimit(int maximum) {
        return Microversion.atLeast(HYPERVISOR_PAGES) ? limit(maximum) : maximum;
    }

    /// Those whose name has the pattern in it, after the marker.
    List<Host> narrow(List<Host> all) {
        var found = pattern == null || !Microversion.atLeast(UUIDS)
                ? all
                : all.stream().filter(host -> host.name().contains(pattern)).toList();
        if (pattern != null && Microversion.atLeast(UUIDS) && found.isEmpty()) {
            throw Fault.NotFound.saying("No hypervisor matching '%s' could be found.".formatted(pattern));
        }
        return marker().filter(_ -> Microversion.atLeast(HYPERVISOR_PAGES))
                .map(id -> after(id, found))
                .orElse(found);
    }

    private static List<Host> after(String id, List<Host> hosts) {
        for (var at = 0; at < hosts.size(); at++) {
            if (String.valueOf(ServiceView.id(hosts.get(at))).equals(id)) {
                return hosts.subList(at + 1, hosts.size());
            }
        }
        throw new Fault.BadRequest("marker [%s] not found".formatted(id));
    }
}
