package org.cumulet.database.server;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v1/servers`: the servers that databases are made on. For operators.
@Path("/database/v1/servers")
@RunOnVirtualThread
class ServerResource {

    private final ServerService servers;

    ServerResource(ServerService servers) {
        this.servers = servers;
    }

    @POST
    @ResponseStatus(201)
    public ServerView.One register(@NotNull @Valid NewServer.Request request) {
        return ServerView.One.of(servers.register(request.server()));
    }

    @GET
    public ServerView.Many list() {
        return ServerView.Many.of(servers.list());
    }

    @GET
    @Path("{server}")
    public ServerView.One show(String server) {
        return ServerView.One.of(servers.show(server));
    }

    @POST
    @Path("{server}/check")
    public ServerView.One check(String server) {
        return ServerView.One.of(servers.check(server));
    }

    @POST
    @Path("{server}/rotate")
    public ServerView.One rotate(String server) {
        return ServerView.One.of(servers.rotate(server));
    }

    @DELETE
    @Path("{server}")
    public void delete(String server) {
        servers.delete(server);
    }
}
