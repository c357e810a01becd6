package org.cumulet.database.many;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Many databases at once: accepted in one request, made one by one, each with its own outcome.
@Path("/database/v1/databases")
@RunOnVirtualThread
class ManyResource {

    private final ManyService many;

    ManyResource(ManyService many) {
        this.many = many;
    }

    @POST
    @ResponseStatus(202)
    public RequestView.One declare(@NotNull @Valid NewDatabases wishes) {
        return many.declare(wishes.databases());
    }
}
