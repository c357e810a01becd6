package org.cumulet.network.port;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.network.record.Revision;
import org.cumulet.network.wire.Answers;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.ListQuery;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v2.0/ports`
@Path("/network/v2.0/ports")
@RunOnVirtualThread
public class PortResource {

    private final PortService ports;
    private final CurrentCaller caller;
    private final Answers answers;

    PortResource(PortService ports, CurrentCaller caller, Answers answers) {
        this.ports = ports;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    public Map<String, Object> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = ListQuery.of(uri.getQueryParameters());
        return answers.page("ports", ports.list(query).map(this::views), query, uri, headers);
    }

    @POST
    @ResponseStatus(201)
    public Map<String, Object> create(@Nullable JsonNode body) {
        var sent = Body.oneOrMany(body, "port", "ports");
        var wishes = sent.map(one -> NewPort.from(one, caller.get()));
        return answers.same(sent, "port", "ports", views(ports.create(wishes)));
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> show(@PathParam("id") String id, @Context UriInfo uri) {
        return answers.one("port", view(ports.show(id)), uri);
    }

    @PUT
    @Path("/{id}")
    public Map<String, Object> change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var change = PortChange.from(Body.one(body, "port"));
        return answers.one("port", view(ports.change(id, change, Revision.expected(ifMatch))));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ports.delete(id, Revision.expected(ifMatch));
    }

    private PortView view(PortView.Whole port) {
        return PortView.of(port, ports.showsBinding());
    }

    private List<PortView> views(List<PortView.Whole> all) {
        return all.stream().map(this::view).toList();
    }
}
