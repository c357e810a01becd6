package org.cumulet.compute.keypair;

import static org.jboss.resteasy.reactive.RestResponse.Status.ACCEPTED;
import static org.jboss.resteasy.reactive.RestResponse.Status.NO_CONTENT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.cumulet.api.page.PageQuery;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.web.ComputeVersions;
import org.cumulet.compute.web.Links;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v2.1/os-keypairs`: the keys of a user.
@Path("/compute/v2.1/os-keypairs")
@RunOnVirtualThread
class KeypairResource {

    private final KeypairService keypairs;
    private final Links links;

    KeypairResource(KeypairService keypairs, Links links) {
        this.keypairs = keypairs;
        this.links = links;
    }

    @GET
    public KeypairView.Many list(@QueryParam("user_id") @Nullable String user, @BeanParam PageQuery page) {
        return KeypairView.Many.of(keypairs.list(user, page), links);
    }

    @POST
    public RestResponse<KeypairView.One<KeypairView.Fresh>> create(@NotNull @Valid NewKeypair.Request request) {
        var created = keypairs.create(request.keypair());
        return RestResponse.ResponseBuilder.ok(KeypairView.Fresh.of(created))
                .status(Microversion.atLeast(ComputeVersions.KEYPAIR_TYPES) ? 201 : 200)
                .build();
    }

    @GET
    @Path("{name}")
    public KeypairView.One<KeypairView.Full> show(String name, @QueryParam("user_id") @Nullable String user) {
        return KeypairView.Full.of(keypairs.show(user, name));
    }

    @DELETE
    @Path("{name}")
    public RestResponse<Void> delete(String name, @QueryParam("user_id") @Nullable String user) {
        keypairs.delete(user, name);
        return RestResponse.status(Microversion.atLeast(ComputeVersions.KEYPAIR_TYPES) ? NO_CONTENT : ACCEPTED);
    }
}
