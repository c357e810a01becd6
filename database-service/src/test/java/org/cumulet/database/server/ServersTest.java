package org.cumulet.database.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
class ServersTest {

    private static final String SECRET = "never-shown-again";

    private final AgroalDataSource ledger;

    ServersTest(@DataSource("database") AgroalDataSource ledger) {
        this.ledger = ledger;
    }

    @BeforeEach
    void servers() {
        Api.servers();
    }

    @ParameterizedTest
    @CsvSource({"maria, MariaDB", "postgres, PostgreSQL"})
    void areSeenWithTheirHealth(String name, String version) {
        Api.admin()
                .as()
                .post("/database/v1/servers/" + name + "/check")
                .then()
                .statusCode(200)
                .body("server.state", equalTo("online"))
                .body("server.version", containsString(version))
                .body("server.size_bytes", greaterThan(0))
                .body("server.connections", greaterThan(0))
                .body("server.max_connections", greaterThan(1));
    }

    @Test
    void thatDoNotAnswerOrLetInAreRefusedWithTheReason() {
        Api.admin()
                .register("closed", "mariadb", 1, "admin", SECRET)
                .statusCode(422)
                .body("unprocessableEntity.message", containsString("admin@127.0.0.1:1"))
                .body(not(containsString(SECRET)));
        Api.admin()
                .register("locked", "postgresql", Api.port("postgresql"), "postgres", SECRET)
                .statusCode(422)
                .body(not(containsString(SECRET)));
    }

    @Test
    void needAnAdministratorWhoMayEverything() throws SQLException {
        var weak = Api.fresh("weak");
        try (var admin = Api.postgres("postgres")) {
            Api.run(admin, "create role \"%s\" login password '%s'".formatted(weak, SECRET));
        }

        Api.admin()
                .register("weak", "postgresql", Api.port("postgresql"), weak, SECRET)
                .statusCode(422)
                .body("unprocessableEntity.message", containsString("superuser"));
    }

    @Test
    void areRegisteredOnce() {
        Api.admin()
                .register("again", "mariadb", Api.port("mariadb"), "cumulet", "first-password")
                .statusCode(409);
    }

    @Nested
    class AnAdministratorsPassword {

        private String name;

        private void register(String engine) throws SQLException {
            name = Api.fresh("adm");
            try (var admin = engine.equals("mariadb") ? Api.mariaDb("") : Api.postgres("postgres")) {
                if (engine.equals("mariadb")) {
                    Api.run(admin, "create user `%s`@`%%` identified by '%s'".formatted(name, SECRET));
                    Api.run(admin, "grant all on *.* to `%s`@`%%` with grant option".formatted(name));
                } else {
                    Api.run(admin, "create role \"%s\" superuser login password '%s'".formatted(name, SECRET));
                }
            }
            Api.admin()
                    .as()
                    .body("""
                            {"server":{"name":"%1$s","engine":"%2$s","host":"localhost","port":%3$d,"admin_user":"%1$s","admin_password":"%4$s"}}""".formatted(name, engine, Api.port(engine), SECRET))
                    .post("/database/v1/servers")
                    .then()
                    .statusCode(201)
                    .body(not(containsString(SECRET)));
        }

        @Test
        void isSealedAtRest() throws SQLException {
            register("mariadb");
            try (var connection = ledger.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select to_jsonb(s)::text || encode(admin_password, 'escape')"
                            + " from database_server s where name = '%s'".formatted(name))) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).contains(name).doesNotContain(SECRET);
            } finally {
                Api.admin().as().delete("/database/v1/servers/" + name).then().statusCode(204);
            }
        }

        @ParameterizedTest
        @CsvSource({"mariadb", "postgresql"})
        void isChangedOnDemandToOneThatNobodySees(String engine) throws SQLException {
            register(engine);
            var url = "jdbc:%s://localhost:%d/%s"
                    .formatted(engine, Api.port(engine), engine.equals("mariadb") ? "" : "postgres");

            Api.admin()
                    .as()
                    .post("/database/v1/servers/" + name + "/rotate")
                    .then()
                    .statusCode(200)
                    .body(not(containsString("password")));

            assertThatThrownBy(() -> DriverManager.getConnection(url, name, SECRET))
                    .isInstanceOf(SQLException.class);
            Api.admin()
                    .as()
                    .post("/database/v1/servers/" + name + "/check")
                    .then()
                    .body("server.state", equalTo("online"));
            Api.admin().as().delete("/database/v1/servers/" + name).then().statusCode(204);
        }
    }

    @Test
    void withDatabasesAreNotForgotten() {
        Api.somebody().declare(Api.fresh("keep"), "\"server\":\"maria\"").statusCode(200);
        Api.admin().as().delete("/database/v1/servers/maria").then().statusCode(409);
    }
}
