package org.cumulet.compute.quota;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/v2.1/os-quota-class-sets`: how much a project may have that has no quota of its own.
@Path("/compute/v2.1/os-quota-class-sets/{name}")
@RunOnVirtualThread
class QuotaClassResource {

    private final QuotaSetService quotas;

    QuotaClassResource(QuotaSetService quotas) {
        this.quotas = quotas;
    }

    @GET
    public QuotaView.OfClass show(String name) {
        return new QuotaView.OfClass(QuotaView.of(name, quotas.showClass()));
    }

    @PUT
    public QuotaView.OfClass update(String name, @NotNull Request request) {
        var limits = quotas.updateClass(name, QuotaChange.of(request.quotas()));
        return new QuotaView.OfClass(QuotaView.of((String) null, limits));
    }

    record Request(
            @JsonProperty("quota_class_set") @Nullable Map<String, JsonNode> quotas) {}
}
