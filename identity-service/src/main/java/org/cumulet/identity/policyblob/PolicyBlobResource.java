package org.cumulet.identity.policyblob;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/policies`
@Path("/identity/v3/policies")
@RunOnVirtualThread
class PolicyBlobResource {

    private final PolicyBlobService policies;
    private final Links links;

    PolicyBlobResource(PolicyBlobService policies, Links links) {
        this.policies = policies;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public PolicyBlobView.One create(@NotNull @Valid NewPolicyBlob.Request request) {
        return PolicyBlobView.One.of(policies.create(request.policy()), links);
    }

    @GET
    public PolicyBlobView.Many list(@BeanParam PolicyBlobQuery query) {
        return PolicyBlobView.Many.of(policies.list(query), links);
    }

    @GET
    @Path("/{id}")
    public PolicyBlobView.One show(String id) {
        return PolicyBlobView.One.of(policies.show(id), links);
    }

    @PATCH
    @Path("/{id}")
    public PolicyBlobView.One change(String id, @NotNull @Valid PolicyBlobChange.Request request) {
        return PolicyBlobView.One.of(policies.change(id, request.policy()), links);
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        policies.delete(id);
    }
}
