package org.cumulet.network.subnet;

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

/// `/v2.0/subnets`
@Path("/network/v2.0/subnets")
@RunOnVirtualThread
public class SubnetResource {

    private final SubnetService subnets;
    private final CurrentCaller caller;
    private final Answers answers;

    SubnetResource(SubnetService subnets, CurrentCaller caller, Answers answers) {
        this.subnets = subnets;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    public Map<String, Object> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = ListQuery.of(uri.getQueryParameters());
        return answers.page("subnets", subnets.list(query).map(SubnetResource::views), query, uri, headers);
    }

    @POST
    @ResponseStatus(201)
    public Map<String, Object> create(@Nullable JsonNode body) {
        var sent = Body.oneOrMany(body, "subnet", "subnets");
        var wishes = sent.map(one -> NewSubnet.from(one, caller.get()));
        return answers.same(sent, "subnet", "subnets", views(subnets.create(wishes)));
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> show(@PathParam("id") String id, @Context UriInfo uri) {
        return answers.one("subnet", SubnetView.of(subnets.show(id)), uri);
    }

    @PUT
    @Path("/{id}")
    public Map<String, Object> change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var changed = subnets.change(id, Body.one(body, "subnet"), Revision.expected(ifMatch));
        return answers.one("subnet", SubnetView.of(changed));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        subnets.delete(id, Revision.expected(ifMatch));
    }

    private static List<SubnetView> views(List<Subnet> all) {
        return all.stream().map(SubnetView::of).toList();
    }
}
