package org.cumulet.database.settle;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.cumulet.database.database.Database;
import org.cumulet.database.database.Settlement;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas;

/// Begins what is done on servers as workflows that survive everything.
@Singleton
class DurableSettlement implements Settlement {

    private final Sagas sagas;

    DurableSettlement(@Service("database") Sagas sagas) {
        this.sagas = sagas;
    }

    @Override
    public void apply(Database database) {
        sagas.begin(ApplyDatabase.class, subject(database), Settling.of(database));
    }

    @Override
    public void repair(Database database) {
        sagas.begin(RepairDatabase.class, subject(database), Settling.of(database));
    }

    @Override
    public void drop(Database database) {
        sagas.abort(subject(database), "The database is being deleted");
        sagas.begin(DropDatabase.class, subject(database), Settling.of(database));
    }

    @Override
    public void endOverlap(UUID user) {
        if (!sagas.isUnderWay(EndOldPassword.class, user.toString())) {
            sagas.begin(EndOldPassword.class, user.toString(), new Ending(user));
        }
    }

    private static String subject(Database database) {
        return database.id().toString();
    }
}
