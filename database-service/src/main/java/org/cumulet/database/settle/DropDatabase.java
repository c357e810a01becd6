package org.cumulet.database.settle;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.database.LastDump;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.events.Service;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a database ends. It always comes to that: a server that is away is waited for.
@Singleton
@Service("database")
class DropDatabase implements Workflow<Settling> {

    private final DatabaseLedger ledger;
    private final ServerDoor door;
    private final LastDump lastDump;

    DropDatabase(DatabaseLedger ledger, ServerDoor door, LastDump lastDump) {
        this.ledger = ledger;
        this.door = door;
        this.lastDump = lastDump;
    }

    @Override
    public Story<Settling> story() {
        return Story.of("drop-database", Settling.class)
                .then("let nobody in", this::letNobodyIn)
                .then("keep a last dump", this::keepLastDump)
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

    /// Nothing is lost because it cannot be dumped: that is told, and waits for somebody to say that it may be lost.
    private Settling keepLastDump(Settling settling) {
        try {
            lastDump.keep(settling.database());
            return settling;
        } catch (StepFailed e) {
            return notYet(settling, e.reason(), e);
        } catch (SQLException | IOException e) {
            return notYet(settling, "The server or the store of dumps does not answer", e);
        }
    }

    private Settling notYet(Settling settling, String why, Exception cause) {
        ledger.waiting(
                settling.database(),
                "No last dump could be made: %s. With last_dump=false it is dropped without one.".formatted(why));
        throw new Retry(why, cause);
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
