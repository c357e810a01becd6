package org.cumulet.database.drift;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.database.database.Plan;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.Engine;
import org.cumulet.database.engine.Granted;

/// One difference between what a server grants and what was declared.
///
/// @param repairable whether a repair of this database takes care of it; what reaches further is an operator's matter
public record Drift(Kind kind, String account, Granted.Scope scope, List<String> privileges, boolean repairable) {

    /// Which way it differs.
    public enum Kind {
        /// The database is not there.
        MISSING_DATABASE,
        /// An account lacks privileges that were declared.
        MISSING_GRANT,
        /// An account has more than was declared.
        WIDER_GRANT,
        /// Somebody who was not declared has something.
        FOREIGN_USER
    }

    static List<Drift> of(Engine engine, Access access, Plan plan) throws SQLException {
        var name = plan.shape().name();
        if (!engine.hasDatabase(access, name)) {
            return List.of(new Drift(Kind.MISSING_DATABASE, "", Granted.Scope.DATABASE, List.of(), true));
        }
        var declared = declared(engine, plan);
        var found = new ArrayList<Drift>();
        var granted = engine.granted(access, name);
        declared.forEach((account, wanted) -> {
            var lacks = new HashSet<>(wanted);
            granted.stream()
                    .filter(it -> it.account().equals(account) && it.scope() == Granted.Scope.DATABASE)
                    .forEach(it -> lacks.removeAll(it.privileges()));
            if (!lacks.isEmpty()) {
                found.add(
                        new Drift(Kind.MISSING_GRANT, account.toString(), Granted.Scope.DATABASE, sorted(lacks), true));
            }
        });
        excess(declared, granted).forEach(it -> found.add(told(declared, it)));
        return found;
    }

    private static Drift told(Map<Account, Set<String>> declared, Granted it) {
        var more = new HashSet<>(it.privileges());
        if (it.scope() == Granted.Scope.DATABASE) {
            more.removeAll(declared.getOrDefault(it.account(), Set.of()));
        }
        return new Drift(
                declared.containsKey(it.account()) ? Kind.WIDER_GRANT : Kind.FOREIGN_USER,
                it.account().toString(),
                it.scope(),
                sorted(more),
                it.scope() != Granted.Scope.BEYOND);
    }

    /// What was found that was not declared.
    public static List<Granted> excess(Engine engine, Access access, Plan plan) throws SQLException {
        return excess(
                declared(engine, plan), engine.granted(access, plan.shape().name()));
    }

    private static List<Granted> excess(Map<Account, Set<String>> declared, List<Granted> granted) {
        return granted.stream()
                .filter(it -> it.scope() != Granted.Scope.DATABASE
                        || !declared.getOrDefault(it.account(), Set.of()).containsAll(it.privileges()))
                .toList();
    }

    private static Map<Account, Set<String>> declared(Engine engine, Plan plan) {
        var declared = new HashMap<Account, Set<String>>();
        for (var each : plan.entitlements()) {
            for (var account : each.accounts()) {
                declared.put(
                        account, engine.privileges(each.profile(), plan.shape().name()));
            }
        }
        return declared;
    }

    private static List<String> sorted(Set<String> privileges) {
        return privileges.stream().sorted().toList();
    }
}
