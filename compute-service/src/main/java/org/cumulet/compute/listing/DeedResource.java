package org.cumulet.compute.listing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cumulet.compute.web.Link;
import org.cumulet.compute.web.Links;

/// The history of a server.
@Path("/compute/v2.1/servers/{id}/os-instance-actions")
@RunOnVirtualThread
class DeedResource {

    private final DeedService deeds;
    private final Links links;

    DeedResource(DeedService deeds, Links links) {
        this.deeds = deeds;
        this.links = links;
    }

    @GET
    public DeedView.Many list(String id, @BeanParam DeedQuery query) {
        var page = deeds.list(id, query);
        var next = page.more() && !page.items().isEmpty()
                ? links.next(
                        "servers/%s/os-instance-actions".formatted(id),
                        page.items().getLast().requestId())
                : List.<Link>of();
        return new DeedView.Many(page.map(DeedView::of).items(), next);
    }

    @GET
    @Path("{request}")
    public DeedView.One show(String id, String request) {
        return new DeedView.One(deeds.show(id, request));
    }
}
