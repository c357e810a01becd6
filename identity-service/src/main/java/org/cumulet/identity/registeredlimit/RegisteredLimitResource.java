package org.cumulet.identity.registeredlimit;

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

/// `/v3/registered_limits`
@Path("/identity/v3/registered_limits")
@RunOnVirtualThread
class RegisteredLimitResource {

    private final RegisteredLimitService limits;
    private final Links links;

    RegisteredLimitResource(RegisteredLimitService limits, Links links) {
        this.limits = limits;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public RegisteredLimitView.Many create(@NotNull @Valid NewRegisteredLimit.Request request) {
        return RegisteredLimitView.Many.of(limits.create(request.registeredLimits()), links);
    }

    @GET
    public RegisteredLimitView.Many list(@BeanParam RegisteredLimitQuery query) {
        return RegisteredLimitView.Many.of(limits.list(query), links);
    }

    @GET
    @Path("/{id}")
    public RegisteredLimitView.One show(String id) {
        return one(limits.show(id));
    }

    @PATCH
    @Path("/{id}")
    public RegisteredLimitView.One change(String id, @NotNull @Valid RegisteredLimitChange.Request request) {
        return one(limits.change(id, request.registeredLimit()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        limits.delete(id);
    }

    private RegisteredLimitView.One one(RegisteredLimit limit) {
        return new RegisteredLimitView.One(RegisteredLimitView.of(limit, links));
    }
}
