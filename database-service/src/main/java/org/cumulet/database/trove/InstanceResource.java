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
import org.cumulet.database.instance.InstanceService;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v1.0/{project_id}/instances`: the project's shares of servers.
@Path("/database/v1.0/{project_id}/instances")
@RunOnVirtualThread
class InstanceResource {

    private final TroveService trove;
    private final InstanceService instances;
    private final DatabaseService databases;

    InstanceResource(TroveService trove, InstanceService instances, DatabaseService databases) {
        this.trove = trove;
        this.instances = instances;
        this.databases = databases;
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
        instances.rename(instance, request.instance().name());
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

    @POST
    @Path("{instance}/action")
    @ResponseStatus(202)
    public void act(String instance, @NotNull @Valid InstanceAction action) {
        trove.act(instance, action);
    }
}
