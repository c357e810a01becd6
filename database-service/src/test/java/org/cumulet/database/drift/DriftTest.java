package org.cumulet.database.drift;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.sql.SQLException;
import java.time.Duration;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class DriftTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api = Api.somebody();
    private final String name = Api.fresh("d_");

    @BeforeEach
    void servers() {
        Api.servers();
    }

    private String declared(String engine) {
        return api.declare(
                        name,
                        "\"engine\":\"%s\",\"users\":[{\"name\":\"%s\",\"profile\":\"readonly\"}]"
                                .formatted(engine, name))
                .statusCode(200)
                .extract()
                .path("database.users[0].connection.jdbc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void thereIsNoneOfWhatWasJustDeclared(String engine) {
        declared(engine);
        api.drift(name).statusCode(200).body("drift.findAll { it.repairable }", empty());
    }

    @Test
    void onMariaDbIsReportedAndRepairedWhenAskedFor() throws SQLException {
        var url = declared("mariadb");
        try (var admin = Api.mariaDb(name)) {
            Api.run(admin, "create table t (i int)");
            Api.run(admin, "grant insert on `%s`.* to `%s`@`%%`".formatted(name.replace("_", "\\_"), name));
            Api.run(admin, "create user `%sx`@localhost".formatted(name));
            Api.run(admin, "grant delete on t to `%sx`@localhost".formatted(name));
            Api.run(admin, "create user `%sy`@`%%`".formatted(name));
            Api.run(admin, "grant select on `%s%%`.* to `%sy`@`%%`".formatted(name, name));
        }

        api.drift(name)
                .body("drift.find { it.kind == 'wider_grant' }.privileges", contains("INSERT"))
                .body(
                        "drift.findAll { it.kind == 'foreign_user' && it.account.startsWith('%s') }.account"
                                .formatted(name),
                        containsInAnyOrder(name + "x@localhost", name + "y@%"))
                .body("drift.find { it.account == '%sy@%%' }.repairable".formatted(name), equalTo(false));
        Api.run(url, "insert into t values (1)");

        api.repair(name).statusCode(202);
        await().atMost(PATIENCE).untilAsserted(() -> api.drift(name).body("drift.findAll { it.repairable }", empty()));
        assertThatThrownBy(() -> Api.run(url, "insert into t values (1)")).isInstanceOf(SQLException.class);
        Api.run(url, "select * from t");
    }

    @Test
    void onPostgresqlIsReportedAndRepairedWhenAskedFor() throws SQLException {
        var url = declared("postgresql");
        try (var admin = Api.postgres(name)) {
            Api.run(admin, "create table t (i int)");
            Api.run(admin, "grant insert on t to \"%s\"".formatted(name));
            Api.run(admin, "grant connect on database \"%s\" to public".formatted(name));
            Api.run(admin, "grant \"%1$s.owner\" to \"%1$s\"".formatted(name));
            Api.run(admin, "grant pg_read_server_files to \"%s\"".formatted(name));
        }

        api.drift(name)
                .body("drift.findAll { it.account == 'PUBLIC@%' }.privileges", hasItem(contains("CONNECT")))
                .body(
                        "drift.findAll { it.kind == 'wider_grant' }.privileges.flatten()",
                        containsInAnyOrder(
                                "INSERT", "MEMBER OF %s.owner".formatted(name), "MEMBER OF pg_read_server_files"));

        api.repair(name).statusCode(202);
        await().atMost(PATIENCE).untilAsserted(() -> api.drift(name).body("drift.findAll { it.repairable }", empty()));
        assertThatThrownBy(() -> Api.run(url, "insert into t values (1)")).isInstanceOf(SQLException.class);
    }

    @Test
    void aLostGrantIsMissingAndComesBack() throws SQLException {
        var url = declared("mariadb");
        try (var admin = Api.mariaDb("")) {
            Api.run(admin, "drop user `%s`@`%%`".formatted(name));
        }

        api.drift(name).body("drift.find { it.kind == 'missing_grant' }.account", equalTo(name + "@%"));

        api.repair(name).statusCode(202);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> Api.run(url, "select 1"));
    }
}
