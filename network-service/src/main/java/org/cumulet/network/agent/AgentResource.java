package org.cumulet.network.agent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.network.wire.ListQuery;

/// `/v2.0/agents`
@Path("/network/v2.0/agents")
@RunOnVirtualThread
public class AgentResource {

    private final AgentService agents;

    AgentResource(AgentService agents) {
        this.agents = agents;
    }

    @GET
    public AgentView.Many list(@Context UriInfo uri) {
        return new AgentView.Many(agents.list(ListQuery.of(uri.getQueryParameters())));
    }

    @GET
    @Path("/{id}")
    public AgentView.One show(@PathParam("id") String id) {
        return new AgentView.One(agents.show(id));
    }
}
