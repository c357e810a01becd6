package org.cumulet.compute.listing;

import static org.cumulet.compute.server.ServerRule.LIST_INTERFACES;
import static org.cumulet.compute.server.ServerRule.SHOW_INTERFACE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.api.fault.Fault;
import org.cumulet.compute.server.ServerAccess;

/// The cards of a server.
@Path("/compute/v2.1/servers/{id}/os-interface")
@RunOnVirtualThread
class InterfaceResource {

    private final ServerAccess servers;

    InterfaceResource(ServerAccess servers) {
        this.servers = servers;
    }

    @GET
    public InterfaceView.Many list(String id) {
        return new InterfaceView.Many(servers.read(id, LIST_INTERFACES).nics().stream()
                .map(InterfaceView::of)
                .toList());
    }

    @GET
    @Path("{port}")
    public InterfaceView.One show(String id, String port) {
        return servers.read(id, SHOW_INTERFACE).nics().stream()
                .filter(nic -> nic.port().toString().equals(port))
                .findFirst()
                .map(nic -> new InterfaceView.One(InterfaceView.of(nic)))
                .orElseThrow(() -> Fault.NotFound.saying("Port %s is not attached to instance %s".formatted(port, id)));
    }
}
