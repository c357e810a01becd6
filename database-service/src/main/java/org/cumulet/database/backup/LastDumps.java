package org.cumulet.database.backup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.cumulet.database.database.Database;
import org.cumulet.database.database.LastDump;

/// Keeps what is about to be lost, as a backup that goes by itself after a time.
@Singleton
class LastDumps implements LastDump {

    private final BackupLedger ledger;
    private final Dumping dumping;

    LastDumps(BackupLedger ledger, Dumping dumping) {
        this.ledger = ledger;
        this.dumping = dumping;
    }

    @Override
    public void order(Database database) {
        if (ledger.lastOneInTheMaking(database.id()).isEmpty()) {
            ledger.order(database, BackupKind.LAST, NewBackup.unnamed(database.name()));
        }
    }

    @Override
    public void waive(Database database) {
        ledger.lastOneInTheMaking(database.id()).ifPresent(ledger::forget);
    }

    @Override
    public void keep(UUID database) throws SQLException, IOException {
        var last = ledger.lastOneInTheMaking(database);
        if (last.isPresent()) {
            dumping.dump(last.get().id());
        }
    }
}
