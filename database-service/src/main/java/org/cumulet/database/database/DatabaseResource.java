package org.cumulet.database.database;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.DatabaseLinks;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v1/databases`: the databases of a project, declared by name.
///
/// What takes time is waited for `wait` seconds: 200 when it is done by then (or has failed), 202 when it goes on.
@Path("/database/v1/databases")
@RunOnVirtualThread
class DatabaseResource {

    private final DatabaseService databases;
    private final DatabaseLinks links;

    DatabaseResource(DatabaseService databases, DatabaseLinks links) {
        this.databases = databases;
        this.links = links;
    }

    @GET
    public DatabaseView.Many list(@BeanParam PageQuery query) {
        var page = databases.list(query);
        var next = page.more()
                ? List.of(new DatabaseView.Link(
                        "next",
                        links.to(
                                "v1",
                                "databases?marker=" + page.items().getLast().name())))
                : List.<DatabaseView.Link>of();
        return new DatabaseView.Many(page.items(), next);
    }

    @PUT
    @Path("{name}")
    public RestResponse<DatabaseView.One> declare(
            String name,
            @NotNull @Valid NewDatabase.Request request,
            @QueryParam("wait") @DefaultValue("10") @Min(0) @Max(60) int wait) {
        return answer(databases.declare(name, request.database(), Duration.ofSeconds(wait)));
    }

    @GET
    @Path("{name}")
    public DatabaseView.One show(String name) {
        return new DatabaseView.One(databases.show(name));
    }

    @DELETE
    @Path("{name}")
    @ResponseStatus(202)
    public void delete(
            String name,
            @QueryParam("confirm") @Nullable String confirm,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @QueryParam("last_dump") @DefaultValue("true") boolean lastDump) {
        databases.delete(name, confirm, force, lastDump);
    }

    @POST
    @Path("{name}/users/{user}/rotate")
    public RestResponse<DatabaseView.One> rotate(
            String name,
            String user,
            @NotNull @Valid Rotation.Request request,
            @QueryParam("wait") @DefaultValue("10") @Min(0) @Max(60) int wait) {
        var overlap = Duration.ofSeconds(request.rotation().overlapSeconds());
        return answer(databases.rotate(name, user, overlap, Duration.ofSeconds(wait)));
    }

    @DELETE
    @Path("{name}/users/{user}")
    public RestResponse<DatabaseView.One> revoke(
            String name, String user, @QueryParam("wait") @DefaultValue("10") @Min(0) @Max(60) int wait) {
        return answer(databases.revoke(name, user, Duration.ofSeconds(wait)));
    }

    private static RestResponse<DatabaseView.One> answer(DatabaseView view) {
        var status = view.state() == DatabaseState.BUILDING ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK;
        return RestResponse.status(status, new DatabaseView.One(view));
    }
}
