package org.cumulet.identity.implication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;

/// `/v3/role_inferences`
@Path("/identity/v3/role_inferences")
@RunOnVirtualThread
class InferenceResource {

    private final ImplicationService implications;
    private final Links links;

    InferenceResource(ImplicationService implications, Links links) {
        this.implications = implications;
        this.links = links;
    }

    @GET
    public ImplicationView.All list() {
        return ImplicationView.All.of(implications.all(), links);
    }
}
