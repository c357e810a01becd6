package org.cumulet.compute.quota;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// `/v2.1/limits`: quotas and use in the words of those who show them.
@Path("/compute/v2.1/limits")
@RunOnVirtualThread
class LimitsResource {

    private final QuotaSetService quotas;

    LimitsResource(QuotaSetService quotas) {
        this.quotas = quotas;
    }

    @GET
    public LimitsView.One show(@QueryParam("tenant_id") @Nullable String project) {
        return LimitsView.of(quotas.limits(project));
    }
}
