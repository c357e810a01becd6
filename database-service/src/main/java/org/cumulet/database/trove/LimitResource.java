package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// `/v1.0/{project_id}/limits`: how much the project may have.
@Path("/database/v1.0/{project_id}/limits")
@RunOnVirtualThread
class LimitResource {

    private final QuotaFace quotas;

    LimitResource(QuotaFace quotas) {
        this.quotas = quotas;
    }

    @GET
    public LimitView.Many list() {
        return new LimitView.Many(List.of(quotas.absolute()));
    }
}
