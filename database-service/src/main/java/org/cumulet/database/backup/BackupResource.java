package org.cumulet.database.backup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.DatabaseLinks;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v1/backups`: dumps of the databases of a project.
@Path("/database/v1/backups")
@RunOnVirtualThread
class BackupResource {

    private final BackupService backups;
    private final DatabaseLinks links;

    BackupResource(BackupService backups, DatabaseLinks links) {
        this.backups = backups;
        this.links = links;
    }

    @POST
    @ResponseStatus(202)
    public BackupView.One create(@NotNull @Valid NewBackup.Request request) {
        return new BackupView.One(backups.create(request.backup()));
    }

    @GET
    public BackupView.Many list(@QueryParam("database") @Nullable String database, @BeanParam PageQuery query) {
        var page = backups.list(database, query);
        var next = page.more()
                ? List.of(
                        new BackupView.Link("next", next(database, page.items().getLast())))
                : List.<BackupView.Link>of();
        return new BackupView.Many(page.items(), next);
    }

    private String next(@Nullable String database, BackupView last) {
        var only = database == null ? "" : "&database=" + last.database();
        return links.to("v1", "backups?marker=" + last.id() + only);
    }

    @GET
    @Path("{backup}")
    public BackupView.One show(String backup) {
        return new BackupView.One(backups.show(backup));
    }

    @DELETE
    @Path("{backup}")
    public void delete(String backup) {
        backups.delete(backup);
    }
}
