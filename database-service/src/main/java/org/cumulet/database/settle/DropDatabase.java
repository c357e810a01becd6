package org.cumulet.database.settle;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.events.Service;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a database ends. It always comes to that: a server that is away is waited for.
@Singleton
@Service("database")
class DropDatabase implements Workflow<Settling> {

    private final DatabaseLedger ledger;
    private final ServerDoor door;

    DropDatabase(DatabaseLedger ledger, ServerDoor door) {
        this.ledger = ledger;
        this.door = door;
    }

    @Override
    public Story<Settling> story() {
        return Story.of("drop-database", Settling.class)
                .then("let nobody in", this::letNobodyIn)
                .then("drop it", this::drop)
                .then("forget it", this::forget)
                .untilDone();
    }

    private Settling letNobodyIn(Settling settling) throws SQLException {
        var plan = ledger.plan(settling.database());
        if (plan.isPresent()) {
            door.at(plan.get().server(), (engine, access) -> {
                Leaving.from(engine, access, plan.get());
                return settling;
            });
        }
        return settling;
    }

    private Settling drop(Settling settling) throws SQLException {
        var plan = ledger.plan(settling.database());
        if (plan.isPresent() && plan.get().claimed()) {
            door.at(plan.get().server(), (engine, access) -> {
                engine.dropDatabase(access, plan.get().shape().name());
                return settling;
            });
        }
        return settling;
    }

    private Settling forget(Settling settling) {
        ledger.gone(settling.database());
        return settling;
    }
}
