package org.cumulet.compute.hosting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.api.version.Until;
import org.cumulet.compute.web.Links;

/// `/v2.1/os-hypervisors`: hosts, how large they are and how full.
@Path("/compute/v2.1/os-hypervisors")
@RunOnVirtualThread
class HypervisorResource {

    private final HypervisorService hypervisors;
    private final Links links;

    HypervisorResource(HypervisorService hypervisors, Links links) {
        this.hypervisors = hypervisors;
        this.links = links;
    }

    @GET
    public HypervisorView.Many list(@BeanParam HypervisorQuery query) {
        return HypervisorView.brief(hypervisors.list(query), links);
    }

    @GET
    @Path("detail")
    public HypervisorView.Many detail(@BeanParam HypervisorQuery query) {
        return HypervisorView.detailed(hypervisors.detail(query), links);
    }

    @GET
    @Path("statistics")
    @Until("2.87")
    public HypervisorView.Statistics.One statistics() {
        return HypervisorView.Statistics.of(hypervisors.statistics());
    }

    @GET
    @Path("{id}")
    public HypervisorView.One show(String id, @BeanParam HypervisorQuery query) {
        return HypervisorView.one(hypervisors.show(id, query.withServers()));
    }
}
