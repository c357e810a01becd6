package org.cumulet.database.quota;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// `/v1/quotas`: how many databases and users a project may have.
@Path("/database/v1/quotas/{project}")
@RunOnVirtualThread
class QuotaResource {

    private final QuotaService quotas;

    QuotaResource(QuotaService quotas) {
        this.quotas = quotas;
    }

    @GET
    public QuotaView.One show(String project) {
        return QuotaView.One.of(quotas.show(project));
    }

    @PUT
    public QuotaView.One change(String project, @NotNull @Valid QuotaView.Request request) {
        return QuotaView.One.of(quotas.change(project, request.quota()));
    }
}
