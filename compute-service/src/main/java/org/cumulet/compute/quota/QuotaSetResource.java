package org.cumulet.compute.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v2.1/os-quota-sets`: how much a project may have. All of a project's users share it.
@Path("/compute/v2.1/os-quota-sets/{project}")
@RunOnVirtualThread
class QuotaSetResource {

    private final QuotaSetService quotas;

    QuotaSetResource(QuotaSetService quotas) {
        this.quotas = quotas;
    }

    @GET
    public QuotaView.OfProject show(String project) {
        return new QuotaView.OfProject(QuotaView.of(project, quotas.show(project)));
    }

    @GET
    @Path("detail")
    public QuotaView.OfProject detail(String project) {
        return new QuotaView.OfProject(QuotaView.of(project, quotas.detail(project)));
    }

    @GET
    @Path("defaults")
    public QuotaView.OfProject defaults(String project) {
        return new QuotaView.OfProject(QuotaView.of(project, quotas.defaults()));
    }

    @PUT
    public QuotaView.OfProject update(
            String project, @QueryParam("user_id") @Nullable String user, @NotNull Request request) {
        var limits = quotas.update(project, user, QuotaChange.of(request.quotas()));
        return new QuotaView.OfProject(QuotaView.of((String) null, limits));
    }

    @DELETE
    @ResponseStatus(202)
    public void delete(String project, @QueryParam("user_id") @Nullable String user) {
        quotas.delete(project, user);
    }

    record Request(@JsonProperty("quota_set") @Nullable Map<String, JsonNode> quotas) {}
}
