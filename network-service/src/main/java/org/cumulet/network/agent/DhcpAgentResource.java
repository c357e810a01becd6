package org.cumulet.network.agent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// `/v2.0/networks/{id}/dhcp-agents`
@Path("/network/v2.0/networks/{id}/dhcp-agents")
@RunOnVirtualThread
public class DhcpAgentResource {

    private final AgentService agents;

    DhcpAgentResource(AgentService agents) {
        this.agents = agents;
    }

    @GET
    public AgentView.Many list(@PathParam("id") String network) {
        return new AgentView.Many(agents.ofNetwork(network));
    }
}
