package org.cumulet.identity.credential;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cumulet.api.page.Page;
import org.cumulet.identity.wire.Links;
import org.cumulet.identity.wire.NameQuery;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v3/users/{user}/application_credentials`
@Path("/identity/v3/users/{user}/application_credentials")
@RunOnVirtualThread
class CredentialResource {

    private final CredentialService credentials;
    private final Links links;

    CredentialResource(CredentialService credentials, Links links) {
        this.credentials = credentials;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public CredentialView.One create(String user, @NotNull @Valid NewCredential.Request request) {
        var made = credentials.create(user, request.applicationCredential());
        return one(made.credential(), made.secret());
    }

    @GET
    public CredentialView.Many list(String user, @BeanParam NameQuery query) {
        var page = credentials.list(user, query);
        return CredentialView.Many.of(page, credentials.roles(page), credentials.accessRules(page), links);
    }

    @GET
    @Path("/{id}")
    public CredentialView.One show(String user, String id) {
        return one(credentials.show(user, id), null);
    }

    @DELETE
    @Path("/{id}")
    public void delete(String user, String id) {
        credentials.delete(user, id);
    }

    private CredentialView.One one(ApplicationCredential credential, @Nullable String secret) {
        var page = new Page<>(List.of(credential), false);
        return new CredentialView.One(
                CredentialView.of(credential, credentials.roles(page), credentials.accessRules(page), secret, links));
    }
}
