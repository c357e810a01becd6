package org.cumulet.network.port;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// For our own services: the ports of a machine that is gone, all at once.
@Path("/network/v1/devices/{device}/ports")
@RunOnVirtualThread
public class DevicePortsResource {

    private final PortService ports;

    DevicePortsResource(PortService ports) {
        this.ports = ports;
    }

    @DELETE
    public void delete(@PathParam("device") String device) {
        ports.deleteOfDevice(device);
    }
}
