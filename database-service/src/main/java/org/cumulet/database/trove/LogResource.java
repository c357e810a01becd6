package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/// `…/instances/{instance}/log`: logs of an instance, of which there are none.
@Path("/database/v1.0/{project_id}/instances/{instance}/log")
@RunOnVirtualThread
class LogResource {

    private final ServerMatters matters;

    LogResource(ServerMatters matters) {
        this.matters = matters;
    }

    /// Empty.
    record Many(List<String> logs) {}

    @GET
    public Many list(String instance) {
        matters.logs(instance);
        return new Many(List.of());
    }

    @POST
    public void use(String instance) {
        throw matters.log(instance);
    }
}
