package org.cumulet.database.settle;

import java.sql.SQLException;
import org.cumulet.database.database.Plan;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.Engine;

/// Those who lose a database, and with it their account where it is of no more use.
final class Leaving {

    private Leaving() {}

    static void from(Engine engine, Access access, Plan plan) throws SQLException {
        for (var each : plan.entitlements()) {
            if (each.claimed()) {
                for (var account : each.leaving()) {
                    engine.revoke(access, plan.shape().name(), account);
                }
                for (var account : each.unused()) {
                    engine.dropAccount(access, account);
                }
            }
        }
    }
}
