package org.cumulet.database.restore;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.backup.Backup;
import org.cumulet.database.backup.BackupService;
import org.cumulet.database.backup.BackupView;
import org.cumulet.database.backup.InstanceBackup;
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
        return restore(backups.toRestore(id), wish);
    }

    /// Restores each of these in a database of its old name, in the running transaction. Whoever shall use them is told
    /// with users.
    ///
    /// @param server the name of a server of their kind
    public void restore(InstanceBackup backup, String server) {
        for (var dump : backup.dumps()) {
            var name = dump.databaseName();
            if (databases.has(name)) {
                throw new Fault.Unprocessable(
                        "Backup %s holds database '%s', and the project has one of that name: delete that first."
                                .formatted(backup.id(), name));
            }
            restore(dump, new NewRestore(name, server, List.of(), null));
        }
    }

    private DatabaseView restore(Backup backup, NewRestore wish) {
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
