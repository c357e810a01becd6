package org.cumulet.network.availability;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.cumulet.network.wire.ListQuery;

/// `/v2.0/network-ip-availabilities`
@Path("/network/v2.0/network-ip-availabilities")
@RunOnVirtualThread
public class AvailabilityResource {

    /// `{"network_ip_availability": {…}}`
    record One(AvailabilityView networkIpAvailability) {}

    /// `{"network_ip_availabilities": […]}`
    record Many(List<AvailabilityView> networkIpAvailabilities) {}

    private final AvailabilityService availability;

    AvailabilityResource(AvailabilityService availability) {
        this.availability = availability;
    }

    @GET
    public Many list(@Context UriInfo uri) {
        return new Many(availability.list(ListQuery.of(uri.getQueryParameters())));
    }

    @GET
    @Path("/{id}")
    public One show(@PathParam("id") String id) {
        return new One(availability.show(id));
    }
}
