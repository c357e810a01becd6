package org.cumulet.identity.identityprovider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/OS-FEDERATION/identity_providers/…/protocols`
@Path("/identity/v3/OS-FEDERATION/identity_providers/{idp}/protocols")
@RunOnVirtualThread
class ProtocolResource {

    private final IdentityProviderService providers;
    private final Links links;

    ProtocolResource(IdentityProviderService providers, Links links) {
        this.providers = providers;
        this.links = links;
    }

    @PUT
    @Path("/{protocol}")
    @ResponseStatus(201)
    public ProtocolView.One create(
            String idp,
            @Pattern(regexp = IdentityProviderResource.ID) String protocol,
            @NotNull @Valid ProtocolRequest request) {
        return one(providers.addProtocol(idp, protocol, request.protocol()));
    }

    @GET
    public ProtocolView.Many list(String idp) {
        return ProtocolView.Many.of(providers.listProtocols(idp), links);
    }

    @GET
    @Path("/{protocol}")
    public ProtocolView.One show(String idp, String protocol) {
        return one(providers.showProtocol(idp, protocol));
    }

    @PATCH
    @Path("/{protocol}")
    public ProtocolView.One change(String idp, String protocol, @NotNull @Valid ProtocolRequest request) {
        return one(providers.changeProtocol(idp, protocol, request.protocol()));
    }

    @DELETE
    @Path("/{protocol}")
    public void delete(String idp, String protocol) {
        providers.deleteProtocol(idp, protocol);
    }

    private ProtocolView.One one(Protocol protocol) {
        return new ProtocolView.One(ProtocolView.of(protocol, links));
    }
}
