package org.cumulet.database.restore;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.cumulet.database.backup.BackupService;
import org.cumulet.database.backup.BackupView;
import org.cumulet.database.database.DatabaseService;
import org.cumulet.database.database.DatabaseView;
import org.cumulet.database.database.NewDatabase;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;

/// Restores backups, for use and for a trial.
@Singleton
public class RestoreService {

    private final BackupService backups;
    private final DatabaseService databases;
    private final Sagas sagas;

    RestoreService(BackupService backups, DatabaseService databases, @Service("database") Sagas sagas) {
        this.backups = backups;
        this.databases = databases;
        this.sagas = sagas;
    }

    /// Declares a database and has it filled. It is active when all is there.
    @Transactional
    DatabaseView restore(String id, NewRestore wish) {
        var backup = backups.toRestore(id);
        var shape = backup.shape();
        var database = new NewDatabase(
                wish.name(),
                backup.engine(),
                wish.server(),
                shape.characterSet(),
                shape.collation(),
                null,
                wish.users());
        return databases.declareFilled(
                wish.name(),
                database,
                wish.name().equals(wish.confirm()),
                declared -> sagas.begin(FillDatabase.class, declared.toString(), new Filling(declared, backup.id())));
    }

    /// Has it restored for a trial.
    @Transactional
    public BackupView verify(String id) {
        var backup = backups.toVerify(id);
        sagas.begin(VerifyBackup.class, "trial-" + backup.id(), new Trial(backup.id()));
        return backups.view(backup);
    }
}
