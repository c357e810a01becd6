package org.cumulet.identity.limit;

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

/// `/v3/limits`
@Path("/identity/v3/limits")
@RunOnVirtualThread
class LimitResource {

    private final LimitService limits;
    private final Links links;

    LimitResource(LimitService limits, Links links) {
        this.limits = limits;
        this.links = links;
    }

    @GET
    @Path("/model")
    public LimitView.Model.One model() {
        return new LimitView.Model.One(limits.model());
    }

    @POST
    @ResponseStatus(201)
    public LimitView.Many create(@NotNull @Valid NewLimit.Request request) {
        return LimitView.Many.of(limits.create(request.limits()), links);
    }

    @GET
    public LimitView.Many list(@BeanParam LimitQuery query) {
        return LimitView.Many.of(limits.list(query), links);
    }

    @GET
    @Path("/{id}")
    public LimitView.One show(String id) {
        return one(limits.show(id));
    }

    @PATCH
    @Path("/{id}")
    public LimitView.One change(String id, @NotNull @Valid LimitChange.Request request) {
        return one(limits.change(id, request.limit()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        limits.delete(id);
    }

    private LimitView.One one(Limit limit) {
        return new LimitView.One(LimitView.of(limit, links));
    }
}
