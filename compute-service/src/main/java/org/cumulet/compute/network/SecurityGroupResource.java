package org.cumulet.compute.network;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// The security groups a server's ports are in, as the network service has them now.
@Path("/compute/v2.1/servers/{id}/os-security-groups")
@RunOnVirtualThread
class SecurityGroupResource {

    private final SecurityGroupService groups;

    SecurityGroupResource(SecurityGroupService groups) {
        this.groups = groups;
    }

    @GET
    public SecurityGroupView.Many list(String id) {
        return new SecurityGroupView.Many(groups.of(id));
    }
}
