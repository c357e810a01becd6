package org.cumulet.database.settle;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.database.Plan;
import org.cumulet.database.engine.Granted;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.events.Service;
import org.cumulet.saga.Failure;
import org.cumulet.saga.Retry;
import org.cumulet.saga.Step;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a declared database comes to be on its server.
///
/// There is no way back: what was made holds somebody's data before long, and the ledger knows of all of it. What
/// failed
/// is declared again, or deleted.
@Singleton
@Service("database")
class ApplyDatabase implements Workflow<Settling> {

    private final DatabaseLedger ledger;
    private final ServerDoor door;

    ApplyDatabase(DatabaseLedger ledger, ServerDoor door) {
        this.ledger = ledger;
        this.door = door;
    }

    @Override
    public Story<Settling> story() {
        return Story.of("apply-database", Settling.class)
                .first("see that nothing else is there", unlessOutdated(this::claim))
                .then("create the database", unlessOutdated(this::createDatabase))
                .then("create the users", unlessOutdated(this::createUsers))
                .then("grant", unlessOutdated(this::grant))
                .then("take back what is not declared any more", unlessOutdated(this::takeBack))
                .then("see what the server grants", unlessOutdated(this::verify))
                .otherwise(this::markFailed)
                .within(Duration.ofMinutes(10));
    }

    /// Two workflows that take turns would take back and grant again what one is using already.
    private Step<Settling> unlessOutdated(Step<Settling> step) {
        return settling -> ledger.isOutdated(settling.database(), settling.wish()) ? settling : step.run(settling);
    }

    private Settling claim(Settling settling) throws SQLException {
        var plan = plan(settling);
        var known = Refused.explained(() -> door.at(plan.server(), (engine, access) -> {
            if (!plan.claimed() && engine.hasDatabase(access, plan.shape().name())) {
                throw new StepFailed("The server has a database '%s' that was not made here"
                        .formatted(plan.shape().name()));
            }
            var users = new HashSet<String>();
            for (var each : plan.entitlements()) {
                if (!each.claimed() && engine.hasUser(access, each.user())) {
                    users.add(each.user());
                }
            }
            return users;
        }));
        mustBeOurs(known, plan(settling));
        ledger.claim(settling.database());
        return settling;
    }

    /// Another database of the same user may have claimed and made it meanwhile.
    private static void mustBeOurs(Set<String> known, Plan now) {
        now.entitlements().stream()
                .filter(each -> !each.claimed() && known.contains(each.user()))
                .findFirst()
                .ifPresent(each -> {
                    throw new StepFailed("The server has a user '%s' that was not made here".formatted(each.user()));
                });
    }

    private Settling createDatabase(Settling settling) throws SQLException {
        var plan = plan(settling);
        return Refused.explained(() -> door.at(plan.server(), (engine, access) -> {
            engine.createDatabase(access, plan.shape());
            return settling;
        }));
    }

    /// Who was added since the claim waits for the workflow of that wish: nobody is made who is not claimed.
    private static List<Plan.Entitlement> ours(Plan plan) {
        return plan.entitlements().stream().filter(Plan.Entitlement::claimed).toList();
    }

    private Settling createUsers(Settling settling) throws SQLException {
        var plan = plan(settling);
        return Refused.explained(() -> door.at(plan.server(), (engine, access) -> {
            for (var each : ours(plan)) {
                for (var login : each.logins()) {
                    for (var account : login.from(each.hosts()).toList()) {
                        engine.putAccount(access, account, login.verifiers());
                    }
                }
            }
            return settling;
        }));
    }

    private Settling grant(Settling settling) throws SQLException {
        var plan = plan(settling);
        return Refused.explained(() -> door.at(plan.server(), (engine, access) -> {
            for (var each : ours(plan)) {
                for (var account : each.accounts()) {
                    engine.grant(access, plan.shape().name(), account, each.profile());
                }
            }
            return settling;
        }));
    }

    private Settling takeBack(Settling settling) throws SQLException {
        var plan = plan(settling);
        Refused.explained(() -> door.at(plan.server(), (engine, access) -> {
            Leaving.from(engine, access, plan);
            return settling;
        }));
        ledger.settled(settling.database());
        return settling;
    }

    private Settling verify(Settling settling) throws SQLException {
        var plan = plan(settling);
        Refused.explained(() -> door.at(plan.server(), (engine, access) -> {
            var granted = engine.granted(access, plan.shape().name()).stream()
                    .filter(it -> it.scope() == Granted.Scope.DATABASE)
                    .collect(Collectors.toMap(Granted::account, Granted::privileges, (one, _) -> one));
            for (var each : plan.entitlements()) {
                var wanted = engine.privileges(each.profile(), plan.shape().name());
                for (var account : each.accounts()) {
                    if (!granted.getOrDefault(account, Set.of()).containsAll(wanted)) {
                        throw new Retry("The server does not grant %s what was declared".formatted(account.login()));
                    }
                }
            }
            return settling;
        }));
        ledger.ready(settling.database(), settling.wish());
        return settling;
    }

    private void markFailed(Settling settling, Failure why) {
        if (!why.aborted()) {
            ledger.failed(settling.database(), settling.wish(), why.message());
        }
    }

    private Plan plan(Settling settling) {
        return ledger.plan(settling.database())
                .filter(plan -> !plan.going())
                .orElseThrow(() -> new StepFailed("The database is being deleted"));
    }
}
