package org.cumulet.inventory.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.cumulet.inventory.host.HostService;

/// `/inventory/v1/hosts/{id}/facts/history`: what has changed on a host, the newest first.
@Path("/inventory/v1/hosts/{id}/facts/history")
@RunOnVirtualThread
class FactHistoryResource {

    private static final int LONGEST_PAGE = 1000;

    private final HostService hosts;
    private final FactHistory history;

    FactHistoryResource(HostService hosts, FactHistory history) {
        this.hosts = hosts;
        this.history = history;
    }

    @GET
    public Many list(@PathParam("id") String id, @BeanParam PageQuery query) {
        var host = hosts.named(id, FactHistoryRule.SHOW);
        var before = query.marker().map(FactHistoryResource::number).orElse(null);
        var page = history.list(host.id(), before, query.limit(LONGEST_PAGE));
        return new Many(
                page.items().stream()
                        .map(kept -> new View(kept.id(), kept.at(), kept.change()))
                        .toList(),
                page.more());
    }

    private static Long number(String marker) {
        if (!marker.matches("[0-9]{1,18}")) {
            throw new Fault.BadRequest("The marker is not the id of a change.");
        }
        return Long.valueOf(marker);
    }

    record View(long id, Instant at, @JsonUnwrapped FactChange change) {}

    /// @param more whether there are older ones, to be had with the last id as marker
    record Many(List<View> changes, boolean more) {}
}
