package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/// `/v1.0/{project_id}/backup_strategies`: where projects keep their backups, which is not for them to say.
@Path("/database/v1.0/{project_id}/backup_strategies")
@RunOnVirtualThread
class BackupStrategyResource {

    private final ServerMatters matters;

    BackupStrategyResource(ServerMatters matters) {
        this.matters = matters;
    }

    /// Empty.
    record Many(@JsonProperty("backup_strategies") List<String> strategies) {}

    @GET
    public Many list() {
        matters.lists(ServerMatterRule.LIST_STRATEGIES);
        return new Many(List.of());
    }

    @POST
    public void create() {
        throw matters.newStrategy();
    }

    @DELETE
    public void delete() {
        throw matters.noStrategy();
    }
}
