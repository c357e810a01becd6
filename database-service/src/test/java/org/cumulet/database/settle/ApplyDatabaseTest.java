package org.cumulet.database.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.util.UUID;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.cumulet.database.database.DatabaseLedger;
import org.cumulet.database.database.LastDump;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.saga.Failure;
import org.cumulet.saga.testing.Rehearsal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The workflows of a database, step by step, on real servers.
@DatabaseTest
class ApplyDatabaseTest {

    private static final String JDBC = "database.users[0].connection.jdbc";

    private final DatabaseLedger ledger;
    private final ServerDoor door;
    private final LastDump lastDump;
    private final Api api = Api.somebody();
    private final String name = Api.fresh("step");

    ApplyDatabaseTest(DatabaseLedger ledger, ServerDoor door, LastDump lastDump) {
        this.ledger = ledger;
        this.door = door;
        this.lastDump = lastDump;
    }

    @BeforeEach
    void servers() {
        Api.servers();
    }

    private Rehearsal<Settling> application() {
        return Rehearsal.of(new ApplyDatabase(ledger, door).story());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void mayRunEachStepTwice(String engine) throws Exception {
        var declared = api.declare(name, "\"engine\":\"%s\"".formatted(engine)).extract();
        var settling = new Settling(UUID.fromString(declared.path("database.id")), 1);

        var outcome = application().eachStepTwice().play(settling);

        assertThat(outcome.failure()).isNull();
        Api.run(declared.<String>path(JDBC), "create table t (i int)");
        Rehearsal.of(new DropDatabase(ledger, door, lastDump).story())
                .eachStepTwice()
                .play(settling);
    }

    /// Wherever it stops for good, the ledger knows of all that is there: deleting leaves nothing on the server.
    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void whereverItFailsDeletingLeavesNothing(String engine) throws Exception {
        for (var accident :
                Rehearsal.accidents(new ApplyDatabase(ledger, door).story()).toList()) {
            var each = Api.fresh("acc");
            var declared =
                    api.declare(each, "\"engine\":\"%s\"".formatted(engine)).extract();
            var settling = new Settling(UUID.fromString(declared.path("database.id")), 1);

            Failure failure = application().with(accident).play(settling).failure();

            assertThat(failure).as(accident.toString()).isNotNull();
            api.deleteAndWait(each);
            nothingIsLeft(engine, each);
        }
    }

    private static void nothingIsLeft(String engine, String name) throws SQLException {
        try (var admin = engine.equals("mariadb") ? Api.mariaDb("") : Api.postgres("postgres")) {
            var query = engine.equals("mariadb")
                    ? "select user from mysql.global_priv where user = '%1$s' union select schema_name from information_schema.schemata where schema_name = '%1$s'"
                    : "select rolname from pg_roles where rolname like '%1$s%%' union select datname from pg_database where datname = '%1$s'";
            try (var statement = admin.createStatement();
                    var row = statement.executeQuery(query.formatted(name))) {
                assertThat(row.next()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void aDeletedOneIsGoneFromServerAndLedger(String engine) throws SQLException {
        var url = api.declare(name, "\"engine\":\"%s\"".formatted(engine))
                .extract()
                .<String>path(JDBC);

        api.deleteAndWait(name);

        nothingIsLeft(engine, name);
        assertThatThrownBy(() -> Api.run(url, "select 1")).isInstanceOf(SQLException.class);
        api.declare(name, "\"engine\":\"%s\"".formatted(engine)).body("database.state", equalTo("active"));
    }
}
