package org.cumulet.database.settle;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.database.Plan;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.Engine;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.events.Service;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How the password before the last rotation ends.
@Singleton
@Service("database")
class EndOldPassword implements Workflow<Ending> {

    private final DatabaseLedger ledger;
    private final ServerDoor door;

    EndOldPassword(DatabaseLedger ledger, ServerDoor door) {
        this.ledger = ledger;
        this.door = door;
    }

    @Override
    public Story<Ending> story() {
        return Story.of("end-old-password", Ending.class)
                .then("take it from the server", this::end)
                .then("forget it", this::forget)
                .untilDone();
    }

    private Ending end(Ending ending) throws SQLException {
        var old = ledger.oldPassword(ending.user());
        if (old.isPresent()) {
            door.at(old.get().server(), (engine, access) -> {
                end(engine, access, old.get());
                return ending;
            });
        }
        return ending;
    }

    private static void end(Engine engine, Access access, Plan.OldPassword old) throws SQLException {
        if (old.old().equals(old.now().name())) {
            for (var account : old.now().from(old.hosts()).toList()) {
                engine.putAccount(access, account, old.now().verifiers());
            }
            return;
        }
        var account = new Account(old.old(), Account.ANYWHERE);
        for (var database : old.databases()) {
            engine.revoke(access, database, account);
        }
        engine.dropAccount(access, account);
    }

    private Ending forget(Ending ending) {
        ledger.oldPasswordEnded(ending.user());
        return ending;
    }
}
