package org.cumulet.network.network;

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
import org.cumulet.network.subnet.SubnetService;
import org.cumulet.network.wire.Answers;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.ListQuery;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v2.0/networks`
@Path("/network/v2.0/networks")
@RunOnVirtualThread
public class NetworkResource {

    private final NetworkService networks;
    private final SubnetService subnets;
    private final CurrentCaller caller;
    private final Answers answers;

    NetworkResource(NetworkService networks, SubnetService subnets, CurrentCaller caller, Answers answers) {
        this.networks = networks;
        this.subnets = subnets;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    public Map<String, Object> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = ListQuery.of(uri.getQueryParameters());
        return answers.page("networks", networks.list(query).map(this::views), query, uri, headers);
    }

    @POST
    @ResponseStatus(201)
    public Map<String, Object> create(@Nullable JsonNode body) {
        var sent = Body.oneOrMany(body, "network", "networks");
        var wishes = sent.map(one -> NewNetwork.from(one, caller.get()));
        return answers.same(sent, "network", "networks", views(networks.create(wishes)));
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> show(@PathParam("id") String id, @Context UriInfo uri) {
        return answers.one("network", view(networks.show(id)), uri);
    }

    @PUT
    @Path("/{id}")
    public Map<String, Object> change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var change = NetworkChange.from(Body.one(body, "network"));
        return answers.one("network", view(networks.change(id, change, Revision.expected(ifMatch))));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        networks.delete(id, Revision.expected(ifMatch));
    }

    private NetworkView view(Network network) {
        return views(List.of(network)).getFirst();
    }

    private List<NetworkView> views(List<Network> all) {
        var below = subnets.idsOn(all.stream().map(Network::id).toList());
        return all.stream()
                .map(network ->
                        NetworkView.of(network, below.getOrDefault(network.id(), List.of()), networks.showsProvider()))
                .toList();
    }
}
