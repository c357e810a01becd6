package org.cumulet.database.settle;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.drift.Drift;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.events.Service;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How what was not declared is taken back. What was declared is made true by the workflow after this one.
@Singleton
@Service("database")
class RepairDatabase implements Workflow<Settling> {

    private final DatabaseLedger ledger;
    private final ServerDoor door;

    RepairDatabase(DatabaseLedger ledger, ServerDoor door) {
        this.ledger = ledger;
        this.door = door;
    }

    @Override
    public Story<Settling> story() {
        return Story.of("repair-database", Settling.class).then("take back what was not declared", this::takeBack);
    }

    private Settling takeBack(Settling settling) throws SQLException {
        var plan = ledger.plan(settling.database());
        if (plan.isPresent() && plan.get().claimed()) {
            Refused.explained(() -> door.at(plan.get().server(), (engine, access) -> {
                for (var excess : Drift.excess(engine, access, plan.get())) {
                    engine.takeBack(access, plan.get().shape().name(), excess);
                }
                return settling;
            }));
        }
        return settling;
    }
}
