package org.cumulet.database.install;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v1/installations`: servers that are made on hosts. For operators.
@Path("/database/v1/installations")
@RunOnVirtualThread
class InstallationResource {

    private final InstallationService installations;

    InstallationResource(InstallationService installations) {
        this.installations = installations;
    }

    @POST
    @ResponseStatus(202)
    public InstallationView.One create(@NotNull @Valid NewInstallation.Request request) {
        return InstallationView.One.of(installations.create(request.installation()));
    }

    @GET
    public InstallationView.Many list() {
        return InstallationView.Many.of(installations.list());
    }

    @GET
    @Path("{installation}")
    public InstallationView.One show(String installation) {
        return InstallationView.One.of(installations.show(installation));
    }
}
