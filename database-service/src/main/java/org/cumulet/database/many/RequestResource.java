package org.cumulet.database.many;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// What became of a request for many.
@Path("/database/v1/requests/{id}")
@RunOnVirtualThread
class RequestResource {

    private final ManyService many;

    RequestResource(ManyService many) {
        this.many = many;
    }

    @GET
    public RequestView.One show(String id) {
        return many.show(id);
    }
}
