package org.cumulet.database.drift;

import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.database.DatabaseService;
import org.cumulet.database.server.ServerDoor;

/// Finds drift, and has it repaired when somebody asks for that.
@Singleton
class DriftService {

    private final DatabaseService databases;
    private final DatabaseLedger ledger;
    private final ServerDoor door;

    DriftService(DatabaseService databases, DatabaseLedger ledger, ServerDoor door) {
        this.databases = databases;
        this.ledger = ledger;
        this.door = door;
    }

    List<Drift> of(String name) {
        var database = databases.forDrift(name);
        var plan = ledger.plan(database.id()).orElseThrow(() -> new Fault.NotFound("Database", name));
        if (!plan.claimed()) {
            throw new Fault.Conflict("Database '%s' has not been made.".formatted(name));
        }
        return door.now(plan.server(), (engine, access) -> Drift.of(engine, access, plan));
    }

    void repair(String name) {
        databases.repair(name);
    }
}
