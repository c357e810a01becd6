package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;

/// `/v1.0/{project_id}/configurations`: groups of settings, of which there are none.
@Path("/database/v1.0/{project_id}/configurations")
@RunOnVirtualThread
class ConfigurationResource {

    private final ServerMatters matters;

    ConfigurationResource(ServerMatters matters) {
        this.matters = matters;
    }

    /// Empty.
    record Many(List<String> configurations) {}

    @GET
    public Many list() {
        matters.lists(ServerMatterRule.LIST_CONFIGURATIONS);
        return new Many(List.of());
    }

    @POST
    public void create() {
        throw matters.newConfiguration();
    }

    @GET
    @Path("{configuration}")
    public void show(String configuration) {
        throw matters.configuration(ServerMatterRule.SHOW_CONFIGURATION, configuration);
    }

    @GET
    @Path("{configuration}/instances")
    public void instances(String configuration) {
        throw matters.configuration(ServerMatterRule.SHOW_CONFIGURATION, configuration);
    }

    @PATCH
    @Path("{configuration}")
    public void change(String configuration) {
        throw matters.configuration(ServerMatterRule.CHANGE_CONFIGURATION, configuration);
    }

    @PUT
    @Path("{configuration}")
    public void replace(String configuration) {
        throw matters.configuration(ServerMatterRule.CHANGE_CONFIGURATION, configuration);
    }

    @DELETE
    @Path("{configuration}")
    public void delete(String configuration) {
        throw matters.configuration(ServerMatterRule.DELETE_CONFIGURATION, configuration);
    }
}
