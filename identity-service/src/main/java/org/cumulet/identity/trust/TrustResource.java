package org.cumulet.identity.trust;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.api.page.Page;
import org.cumulet.identity.role.RoleView;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/OS-TRUST/trusts`
@Path("/identity/v3/OS-TRUST/trusts")
@RunOnVirtualThread
class TrustResource {

    private final TrustService trusts;
    private final Links links;

    TrustResource(TrustService trusts, Links links) {
        this.trusts = trusts;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public TrustView.One create(@NotNull @Valid NewTrust.Request request) {
        return one(trusts.create(request.trust()));
    }

    @GET
    public TrustView.Many list(@BeanParam TrustQuery query) {
        return TrustView.Many.of(trusts.list(query), links);
    }

    @GET
    @Path("/{id}")
    public TrustView.One show(String id) {
        return one(trusts.show(id));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        trusts.delete(id);
    }

    @GET
    @Path("/{id}/roles")
    public RoleView.Many roles(String id) {
        return RoleView.Many.of(new Page<>(trusts.roles(id), false), links);
    }

    @GET
    @Path("/{id}/roles/{role}")
    public RoleView.One role(String id, String role) {
        return new RoleView.One(RoleView.of(trusts.role(id, role), links));
    }

    private TrustView.One one(Trust trust) {
        return new TrustView.One(TrustView.of(trust, trusts.rolesOf(trust), links));
    }
}
