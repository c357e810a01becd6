package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.database.DatabaseService;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v1.0/{project_id}/instances`: the project's shares of servers.
@Path("/database/v1.0/{project_id}/instances")
@RunOnVirtualThread
class InstanceResource {

    private final TroveService trove;
    private final BackupFace backups;
    private final DatabaseService databases;
    private final ParameterFace parameters;

    InstanceResource(TroveService trove, BackupFace backups, DatabaseService databases, ParameterFace parameters) {
        this.trove = trove;
        this.backups = backups;
        this.databases = databases;
        this.parameters = parameters;
    }

    @GET
    public InstanceView.Many list(@BeanParam PageQuery query) {
        return trove.list(query);
    }

    @GET
    @Path("detail")
    public InstanceView.Many detail(@BeanParam PageQuery query) {
        return trove.list(query);
    }

    @POST
    public InstanceView.One create(@NotNull @Valid NewInstance.Request request) {
        return new InstanceView.One(trove.create(request.instance()));
    }

    @GET
    @Path("{instance}")
    public InstanceView.One show(String instance) {
        return new InstanceView.One(trove.show(instance));
    }

    @PUT
    @Path("{instance}")
    @ResponseStatus(202)
    public void change(String instance, @NotNull @Valid InstanceChange.Request request) {
        trove.change(instance, request.instance());
    }

    @PATCH
    @Path("{instance}")
    @ResponseStatus(202)
    public void patch(String instance, @NotNull @Valid InstanceChange.Request request) {
        change(instance, request);
    }

    @DELETE
    @Path("{instance}")
    @ResponseStatus(202)
    public void delete(String instance) {
        databases.deleteInstance(instance);
    }

    @GET
    @Path("{instance}/backups")
    public InstanceBackupView.Many backups(String instance, @BeanParam PageQuery query) {
        return backups.listOf(instance, query);
    }

    @GET
    @Path("{instance}/configuration")
    public ParameterView.OfInstance configuration(String instance) {
        return new ParameterView.OfInstance(parameters.configuration(instance));
    }

    @POST
    @Path("{instance}/action")
    @ResponseStatus(202)
    public void act(String instance, @NotNull @Valid InstanceAction action) {
        trove.act(instance, action);
    }
}
