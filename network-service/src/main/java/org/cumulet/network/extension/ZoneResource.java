package org.cumulet.network.extension;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// `/v2.0/availability_zones`: one, since every host serves its own machines.
@Path("/network/v2.0/availability_zones")
@RunOnVirtualThread
public class ZoneResource {

    /// A zone as the API shows it.
    public record Zone(String name, String resource, String state) {}

    /// `{"availability_zones": […]}`
    public record Zones(List<Zone> availabilityZones) {}

    @GET
    public Zones list() {
        return new Zones(List.of(new Zone("nova", "network", "available")));
    }
}
