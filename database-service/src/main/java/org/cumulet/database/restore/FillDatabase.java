package org.cumulet.database.restore;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.cumulet.database.DatabaseSettings;
import org.cumulet.database.backup.BackupLedger;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.database.LastDump;
import org.cumulet.database.database.Plan;
import org.cumulet.database.dump.Dump;
import org.cumulet.database.engine.Profile;
import org.cumulet.events.Service;
import org.cumulet.saga.Failure;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a database that was declared, and claimed on its server, comes to hold what a backup holds.
@Singleton
@Service("database")
class FillDatabase implements Workflow<Filling> {

    private final DatabaseLedger ledger;
    private final BackupLedger backups;
    private final LastDump lastDump;
    private final Playback playback;
    private final DatabaseSettings.Backup settings;

    FillDatabase(
            DatabaseLedger ledger,
            BackupLedger backups,
            LastDump lastDump,
            Playback playback,
            DatabaseSettings settings) {
        this.ledger = ledger;
        this.backups = backups;
        this.lastDump = lastDump;
        this.playback = playback;
        this.settings = settings.backup();
    }

    @Override
    public Story<Filling> story() {
        return Story.of("fill-database", Filling.class)
                .first("keep what was there", this::keepLastDump)
                .then("play the dump", this::play)
                .otherwise(this::markFailed)
                .within(settings.patience());
    }

    private Filling keepLastDump(Filling filling) throws SQLException, IOException {
        lastDump.keep(filling.database());
        return filling;
    }

    private Filling play(Filling filling) throws SQLException, IOException {
        var plan = ledger.plan(filling.database())
                .filter(it -> it.claimed() && !it.going())
                .orElseThrow(() -> new StepFailed("The database was not made, or is being deleted"));
        var backup = backups.find(filling.backup()).orElseThrow(() -> new StepFailed("The backup is gone"));
        playback.into(plan.server(), plan.shape(), backup, keeper(plan)).ifPresent(difference -> {
            throw new StepFailed("Not all of the backup came back: " + difference);
        });
        ledger.filled(filling.database());
        return filling;
    }

    private static Optional<Dump.Keeper> keeper(Plan plan) {
        return plan.entitlements().stream()
                .filter(each -> each.profile() == Profile.OWNER)
                .flatMap(each -> each.accounts().stream())
                .findFirst()
                .map(account -> new Dump.Keeper(account.login(), account.host()));
    }

    private void markFailed(Filling filling, Failure why) {
        if (!why.aborted()) {
            ledger.failed(filling.database(), why.message());
        }
    }
}
