package org.cumulet.identity.usercredential;

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

/// `/v3/credentials`
@Path("/identity/v3/credentials")
@RunOnVirtualThread
class UserCredentialResource {

    private final UserCredentialService credentials;
    private final Links links;

    UserCredentialResource(UserCredentialService credentials, Links links) {
        this.credentials = credentials;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public UserCredentialView.One create(@NotNull @Valid NewUserCredential.Request request) {
        return one(credentials.create(request.credential()));
    }

    @GET
    public UserCredentialView.Many list(@BeanParam UserCredentialQuery query) {
        return UserCredentialView.Many.of(credentials.list(query), links);
    }

    @GET
    @Path("/{id}")
    public UserCredentialView.One show(String id) {
        return one(credentials.show(id));
    }

    @PATCH
    @Path("/{id}")
    public UserCredentialView.One change(String id, @NotNull @Valid UserCredentialChange.Request request) {
        return one(credentials.change(id, request.credential()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        credentials.delete(id);
    }

    private UserCredentialView.One one(UserCredentialService.Opened opened) {
        return new UserCredentialView.One(UserCredentialView.of(opened, links));
    }
}
