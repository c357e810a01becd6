package org.cumulet.database.restore;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.database.backup.BackupView;
import org.cumulet.database.database.DatabaseView;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v1/backups/{backup}/restore` and `/verify`: what a backup holds, in a database again.
@Path("/database/v1/backups/{backup}")
@RunOnVirtualThread
class RestoreResource {

    private final RestoreService restores;

    RestoreResource(RestoreService restores) {
        this.restores = restores;
    }

    @POST
    @Path("restore")
    @ResponseStatus(202)
    public DatabaseView.One restore(String backup, @NotNull @Valid NewRestore.Request request) {
        return new DatabaseView.One(restores.restore(backup, request.restore()));
    }

    @POST
    @Path("verify")
    @ResponseStatus(202)
    public BackupView.One verify(String backup) {
        return new BackupView.One(restores.verify(backup));
    }
}
