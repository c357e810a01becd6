package org.cumulet.database.backup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.events.Service;
import org.cumulet.saga.Failure;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a backup is made. A dump that is cut short is nowhere; the next attempt begins anew.
@Singleton
@Service("database")
class MakeBackup implements Workflow<Making> {

    private final Dumping dumping;
    private final BackupLedger ledger;
    private final DatabaseSettings.Backup settings;

    MakeBackup(Dumping dumping, BackupLedger ledger, DatabaseSettings settings) {
        this.dumping = dumping;
        this.ledger = ledger;
        this.settings = settings.backup();
    }

    @Override
    public Story<Making> story() {
        return Story.of("make-backup", Making.class)
                .first("dump the database", this::dump)
                .otherwise(this::markFailed)
                .within(settings.patience());
    }

    private Making dump(Making making) throws SQLException, IOException {
        dumping.dump(making.backup());
        return making;
    }

    private void markFailed(Making making, Failure why) {
        ledger.failed(making.backup(), why.message());
    }
}
