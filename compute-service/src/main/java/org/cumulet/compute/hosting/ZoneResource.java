package org.cumulet.compute.hosting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// `/v2.1/os-availability-zone`
@Path("/compute/v2.1/os-availability-zone")
@RunOnVirtualThread
class ZoneResource {

    private final ZoneService zones;

    ZoneResource(ZoneService zones) {
        this.zones = zones;
    }

    @GET
    public ZoneView.Many list() {
        return ZoneView.brief(zones.list());
    }

    @GET
    @Path("detail")
    public ZoneView.Many detail() {
        return ZoneView.detailed(zones.detail());
    }
}
