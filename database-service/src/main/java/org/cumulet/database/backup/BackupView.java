package org.cumulet.database.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.server.DatabaseServer;
import org.jspecify.annotations.Nullable;

/// A backup as the API shows it.
///
/// @param fault why it failed
/// @param database the name of what it was made of, which may be gone
/// @param server the name of the server it was made on; null where that is not registered any more
/// @param sizeBytes as it is kept
/// @param checksum SHA-512 of what is kept, in hex
/// @param expiresAt when it is taken away; null: not by itself
/// @param verifiedAt when it was last restored for a trial
/// @param verificationFault what was wrong with that
public record BackupView(
        UUID id,
        @Nullable String name,
        @Nullable String description,
        BackupKind kind,
        BackupState state,
        @Nullable String fault,
        String database,
        UUID databaseId,
        EngineKind engine,
        @Nullable String server,
        @Nullable Long sizeBytes,
        @Nullable Integer tables,
        @Nullable Long rows,
        @Nullable String checksum,
        boolean encrypted,
        Verification verification,
        @Nullable String verificationFault,
        @Nullable Instant verifiedAt,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt) {

    static BackupView of(Backup backup, Map<UUID, DatabaseServer> servers) {
        var server = servers.get(backup.server());
        return new BackupView(
                backup.id(),
                backup.name(),
                backup.description(),
                backup.kind(),
                backup.state(),
                backup.trouble(),
                backup.databaseName(),
                backup.databaseId(),
                backup.engine(),
                server == null ? null : server.name(),
                backup.bytes(),
                backup.tables(),
                backup.rows(),
                backup.sha512(),
                backup.dataKey() != null,
                backup.verification(),
                backup.verificationTrouble(),
                backup.verified(),
                backup.created(),
                backup.finished(),
                backup.expires());
    }

    public record One(BackupView backup) {}

    record Many(List<BackupView> backups, List<Link> backupsLinks) {}

    record Link(String rel, String href) {}
}
