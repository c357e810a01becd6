package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.database.DatabaseService;
import org.cumulet.database.trove.NewDatabases.DatabaseWish;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `…/instances/{instance}/databases`: the databases of the project on that server.
@Path("/database/v1.0/{project_id}/instances/{instance}/databases")
@RunOnVirtualThread
class InstanceDatabaseResource {

    private final DatabaseService databases;
    private final TroveLinks links;

    InstanceDatabaseResource(DatabaseService databases, TroveLinks links) {
        this.databases = databases;
        this.links = links;
    }

    @GET
    public ContentView.Databases list(String instance, @BeanParam PageQuery query) {
        var part = Part.of(databases.namesIn(instance), name -> name, query);
        return new ContentView.Databases(
                DatabaseNames.items(part.items()),
                links.next(part.more(), "instances/" + instance + "/databases", part.marker()));
    }

    @POST
    @ResponseStatus(202)
    public void create(String instance, @NotNull @Valid NewDatabases request) {
        databases.declareIn(
                instance,
                request.databases().stream().map(DatabaseWish::asDeclared).toList());
    }

    @DELETE
    @Path("{name}")
    @ResponseStatus(202)
    public void delete(String instance, String name) {
        databases.dropFrom(instance, name);
    }
}
