package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.database.backup.BackupState;
import org.cumulet.database.backup.InstanceBackup;
import org.cumulet.database.server.DatabaseServer;
import org.jspecify.annotations.Nullable;

/// A backup of an instance as Trove shows it.
///
/// @param instanceId of the instance, which may be gone
/// @param locationRef null: its bytes are for nobody to fetch
/// @param parentId null: every backup is a full one
/// @param size in GB, as it is kept; null until it is complete
record InstanceBackupView(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable UUID instanceId,
        String projectId,
        @JsonProperty("locationRef") @Nullable String locationRef,
        @Nullable UUID parentId,
        @Nullable Double size,
        String status,
        Datastore datastore,
        String created,
        String updated) {

    /// @param version null, as its id, where its server is not registered any more
    record Datastore(
            String type, @Nullable String version, @Nullable UUID versionId) {}

    record One(InstanceBackupView backup) {}

    record Many(List<InstanceBackupView> backups, List<Link> links) {}

    static InstanceBackupView of(InstanceBackup backup, @Nullable DatabaseServer server) {
        var version = server == null ? null : DatastoreVersion.of(server);
        return new InstanceBackupView(
                backup.id(),
                backup.name(),
                backup.description(),
                backup.instance(),
                backup.project(),
                null,
                null,
                backup.state() == BackupState.COMPLETE ? Math.round(backup.bytes() / 1e7) / 100.0 : null,
                status(backup.state()),
                new Datastore(
                        backup.engine().word(),
                        version == null ? null : version.name(),
                        version == null ? null : version.id()),
                Times.SECONDS.of(backup.created()),
                Times.SECONDS.of(backup.updated()));
    }

    private static String status(BackupState state) {
        return switch (state) {
            case BUILDING -> "BUILDING";
            case COMPLETE -> "COMPLETED";
            case FAILED -> "FAILED";
        };
    }
}
