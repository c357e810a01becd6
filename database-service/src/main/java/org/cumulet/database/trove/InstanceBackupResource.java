package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.backup.InstanceBackupService;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v1.0/{project_id}/backups`: dumps of all that is in an instance.
@Path("/database/v1.0/{project_id}/backups")
@RunOnVirtualThread
class InstanceBackupResource {

    private final BackupFace face;
    private final InstanceBackupService backups;

    InstanceBackupResource(BackupFace face, InstanceBackupService backups) {
        this.face = face;
        this.backups = backups;
    }

    @GET
    public InstanceBackupView.Many list(
            @QueryParam("all_projects") @Nullable String everywhere,
            @QueryParam("project_id") @Nullable String project,
            @QueryParam("instance_id") @Nullable String instance,
            @QueryParam("datastore") @Nullable String datastore,
            @BeanParam PageQuery query) {
        return face.list(Boolean.parseBoolean(everywhere), project, instance, datastore, query);
    }

    @POST
    @ResponseStatus(202)
    public InstanceBackupView.One create(@NotNull @Valid NewInstanceBackup.Request request) {
        return new InstanceBackupView.One(face.create(request.backup()));
    }

    @GET
    @Path("{backup}")
    public InstanceBackupView.One show(String backup) {
        return new InstanceBackupView.One(face.show(backup));
    }

    @DELETE
    @Path("{backup}")
    @ResponseStatus(202)
    public void delete(String backup) {
        backups.delete(backup);
    }
}
