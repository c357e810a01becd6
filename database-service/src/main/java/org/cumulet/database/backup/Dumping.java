package org.cumulet.database.backup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.cumulet.database.dump.Dump;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.database.settle.Refused;

/// Takes a dump from a server to the shelf, without holding it anywhere in between.
@Singleton
class Dumping {

    private final BackupLedger ledger;
    private final ServerDoor door;
    private final Shelf shelf;

    Dumping(BackupLedger ledger, ServerDoor door, Shelf shelf) {
        this.ledger = ledger;
        this.door = door;
        this.shelf = shelf;
    }

    /// Does nothing where it is made already.
    void dump(UUID backup) throws SQLException, IOException {
        var order = ledger.toMake(backup);
        if (order.isPresent()) {
            var kept = Refused.explained(() -> dump(backup, order.get()));
            if (!ledger.complete(backup, kept)) {
                shelf.remove(kept.sha512());
            }
        }
    }

    private Kept dump(UUID backup, BackupLedger.Order order) throws SQLException, IOException {
        return door.atLength(order.server(), (engine, access) -> {
            try (var session = engine.longSession(access, order.database())) {
                return shelf.keep(backup, out -> Dump.of(order.engine()).write(session, order.database(), out));
            }
        });
    }
}
