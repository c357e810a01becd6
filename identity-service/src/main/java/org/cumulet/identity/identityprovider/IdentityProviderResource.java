package org.cumulet.identity.identityprovider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/OS-FEDERATION/identity_providers`
@Path("/identity/v3/OS-FEDERATION/identity_providers")
@RunOnVirtualThread
class IdentityProviderResource {

    static final String ID = "[\\w.~-]{1,64}";

    private final IdentityProviderService providers;
    private final Links links;

    IdentityProviderResource(IdentityProviderService providers, Links links) {
        this.providers = providers;
        this.links = links;
    }

    @PUT
    @Path("/{idp}")
    @ResponseStatus(201)
    public IdentityProviderView.One create(
            @Pattern(regexp = ID) String idp, @NotNull @Valid NewIdentityProvider.Request request) {
        return one(providers.create(idp, request.identityProvider()));
    }

    @GET
    public IdentityProviderView.Many list(@BeanParam IdentityProviderQuery query) {
        return IdentityProviderView.Many.of(providers.list(query), links);
    }

    @GET
    @Path("/{idp}")
    public IdentityProviderView.One show(String idp) {
        return one(providers.show(idp));
    }

    @PATCH
    @Path("/{idp}")
    public IdentityProviderView.One change(String idp, @NotNull @Valid IdentityProviderChange.Request request) {
        return one(providers.change(idp, request.identityProvider()));
    }

    @DELETE
    @Path("/{idp}")
    public void delete(String idp) {
        providers.delete(idp);
    }

    private IdentityProviderView.One one(IdentityProvider provider) {
        return new IdentityProviderView.One(IdentityProviderView.of(provider, links));
    }
}
