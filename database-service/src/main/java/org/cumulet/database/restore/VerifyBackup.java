package org.cumulet.database.restore;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.database.backup.Backup;
import org.cumulet.database.backup.BackupLedger;
import org.cumulet.database.engine.DatabaseShape;
import org.cumulet.database.server.DatabaseServer;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.database.server.ServerService;
import org.cumulet.events.Service;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a backup proves to be restorable: it is restored beside everything else, counted, and dropped again.
@Singleton
@Service("database")
class VerifyBackup implements Workflow<Trial> {

    private final BackupLedger backups;
    private final ServerService servers;
    private final ServerDoor door;
    private final Playback playback;
    private final DatabaseSettings.Backup settings;

    VerifyBackup(
            BackupLedger backups,
            ServerService servers,
            ServerDoor door,
            Playback playback,
            DatabaseSettings settings) {
        this.backups = backups;
        this.servers = servers;
        this.door = door;
        this.playback = playback;
        this.settings = settings.backup();
    }

    @Override
    public Story<Trial> story() {
        return Story.of("verify-backup", Trial.class)
                .first("restore it for a trial", this::restore, this::drop)
                .then("drop the trial", this::dropAfterwards)
                .otherwise((trial, why) -> backups.verified(trial.backup(), why.message()))
                .within(settings.patience());
    }

    private Trial restore(Trial trial) throws SQLException, IOException {
        var backup = backup(trial);
        var shape = backup.shape();
        var scratch = new DatabaseShape(trial.scratch(), shape.characterSet(), shape.collation());
        playback.into(server(backup), scratch, backup, Optional.empty()).ifPresent(difference -> {
            throw new StepFailed(difference);
        });
        return trial;
    }

    private Trial dropAfterwards(Trial trial) throws SQLException {
        drop(trial);
        backups.verified(trial.backup(), null);
        return trial;
    }

    private void drop(Trial trial) throws SQLException {
        var backup = backups.find(trial.backup());
        if (backup.isPresent()) {
            door.at(server(backup.get()), (engine, access) -> {
                engine.dropDatabase(access, trial.scratch());
                return trial;
            });
        }
    }

    private Backup backup(Trial trial) {
        return backups.find(trial.backup()).orElseThrow(() -> new StepFailed("The backup is gone"));
    }

    /// The one it was made on, or another of the same kind.
    private UUID server(Backup backup) {
        if (servers.find(backup.server()).isPresent()) {
            return backup.server();
        }
        return servers.all().stream()
                .filter(server -> server.engine() == backup.engine())
                .map(DatabaseServer::id)
                .findFirst()
                .orElseThrow(() -> new StepFailed("No server of its kind is registered"));
    }
}
