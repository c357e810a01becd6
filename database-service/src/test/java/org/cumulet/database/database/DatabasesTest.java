package org.cumulet.database.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class DatabasesTest {

    private static final String JDBC = "database.users[0].connection.jdbc";

    private final Api api = Api.somebody();

    @BeforeEach
    void servers() {
        Api.servers();
    }

    /// `CREATE DATABASE keystone; GRANT ALL … TO 'keystone'@'localhost' …; GRANT ALL … TO 'keystone'@'%' …`
    @Nested
    class KeystoneOfTheNotes {

        private static final String WISH =
                "\"engine\":\"mariadb\",\"users\":[{\"name\":\"keystone\",\"hosts\":[\"localhost\",\"%\"]}]";

        @Test
        void isOneRequestAndOneConnectionString() throws SQLException {
            var url = api.declare("keystone", WISH)
                    .statusCode(200)
                    .body("database.state", equalTo("active"))
                    .body("database.users[0].hosts", equalTo(List.of("localhost", "%")))
                    .body("database.users[0].connection.client_file[0]", equalTo("[client]"))
                    .body("database.users[0].connection.uri", containsString("mysql://keystone:"))
                    .extract()
                    .<String>path(JDBC);

            Api.run(url, "create table project (id int primary key)");
            Api.run(url, "insert into project values (1)");

            try (var admin = Api.mariaDb("mysql")) {
                assertThat(texts(admin, "select host from global_priv where user = 'keystone' order by host"))
                        .containsExactly("%", "localhost");
            }
            assertThatThrownBy(() -> Api.run(url, "select * from mysql.global_priv"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> Api.run(url, "create database another")).isInstanceOf(SQLException.class);
            api.deleteAndWait("keystone");
            assertThatThrownBy(() -> Api.run(url, "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Nested
    class DeclaringAgain {

        @Test
        void changesNothingAndShowsNoPassword() {
            var name = Api.fresh("again");
            var first = api.declare(name, "\"engine\":\"mariadb\"").statusCode(200);
            var updated = first.extract().<String>path("database.updated_at");

            first.body("database.users[0].connection.password", notNullValue());
            api.declare(name, "\"engine\":\"mariadb\",\"users\":[{\"name\":\"%s\"}]".formatted(name))
                    .statusCode(200)
                    .body("database.users[0].connection.password", nullValue())
                    .body("database.updated_at", equalTo(updated));
            api.show(name).body("database.users[0].connection.password", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void changesUsersAndProfiles(String engine) throws SQLException {
            var name = Api.fresh("users");
            var owner = api.declare(name, "\"engine\":\"%s\"".formatted(engine))
                    .extract()
                    .<String>path(JDBC);
            Api.run(owner, "create table t (i int)");

            var reader = api.declare(
                            name,
                            "\"users\":[{\"name\":\"%1$sr\",\"profile\":\"readonly\"},{\"name\":\"%1$sw\",\"profile\":\"readwrite\"}]"
                                    .formatted(name))
                    .statusCode(200)
                    .body("database.users", hasSize(2))
                    .extract()
                    .jsonPath();

            String readonly = reader.get(JDBC);
            String readwrite = reader.get("database.users[1].connection.jdbc");
            Api.run(readonly, "select * from t");
            assertThatThrownBy(() -> Api.run(readonly, "insert into t values (1)"))
                    .isInstanceOf(SQLException.class);
            Api.run(readwrite, "insert into t values (1)");
            assertThatThrownBy(() -> Api.run(readwrite, "drop table t")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> Api.run(owner, "select 1")).isInstanceOf(SQLException.class);
        }

        @Test
        void keepsServerAndEngine() {
            var name = Api.fresh("stay");
            api.declare(name, "\"engine\":\"mariadb\"").statusCode(200);
            api.declare(name, "\"engine\":\"postgresql\"").statusCode(409);
        }
    }

    @Nested
    class OneUserOfSeveralDatabases {

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void hasOnePasswordAndGoesWithTheLast(String engine) throws SQLException {
            var name = Api.fresh("nova");
            var wish = "\"engine\":\"%s\",\"users\":[{\"name\":\"%s\"}]".formatted(engine, name);
            var api1 =
                    api.declare(name + "_api", wish).statusCode(200).extract().<String>path(JDBC);
            api.declare(name + "_cell0", wish)
                    .statusCode(200)
                    .body("database.users[0].connection.password", nullValue());
            var cell0 = api1.replace(name + "_api", name + "_cell0");

            Api.run(cell0, "create table t (i int)");
            api.deleteAndWait(name + "_api");
            Api.run(cell0, "select * from t");
            api.deleteAndWait(name + "_cell0");
            assertThatThrownBy(() -> Api.run(cell0, "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Nested
    class OnPostgresql {

        @Test
        void whatOneOwnerMakesBelongsToAll() throws SQLException {
            var name = Api.fresh("team");
            var both = api.declare(
                            name,
                            "\"engine\":\"postgresql\",\"users\":[{\"name\":\"%1$sa\"},{\"name\":\"%1$sb\"}]"
                                    .formatted(name))
                    .extract()
                    .jsonPath();

            Api.run(both.<String>get(JDBC), "create table t (i int)");
            Api.run(both.<String>get("database.users[1].connection.jdbc"), "alter table t add j int");
        }

        /// Row 40 of the list of attacks.
        @Test
        void othersAreNotLetIn() throws SQLException {
            var mine = Api.fresh("mine");
            var other = Api.fresh("other");
            api.declare(mine, "\"engine\":\"postgresql\"").statusCode(200);
            var url = Api.somebody()
                    .declare(other, "\"engine\":\"postgresql\"")
                    .extract()
                    .<String>path(JDBC)
                    .replace("/" + other + "?", "/" + mine + "?");

            assertThatThrownBy(() -> Api.run(url, "select 1")).hasMessageContaining("permission denied");
        }

        /// Row 41 of the list of attacks.
        @Test
        void anOwnerIsNothingMore() throws SQLException {
            var name = Api.fresh("only");
            var url = api.declare(name, "\"engine\":\"postgresql\"").extract().<String>path(JDBC);

            for (var attack : List.of(
                    "create database another",
                    "create role another",
                    "grant pg_read_server_files to \"%s\"".formatted(name),
                    "copy (select 1) to program 'true'",
                    "select pg_read_file('/etc/passwd')",
                    "alter role \"%s\" superuser".formatted(name),
                    "grant \"%s.owner\" to postgres".formatted(name))) {
                assertThatThrownBy(() -> Api.run(url, attack)).as(attack).isInstanceOf(SQLException.class);
            }
        }
    }

    @Nested
    class OnMariaDb {

        /// Row 40 of the list of attacks: `_` is a wildcard in a grant.
        @Test
        void anUnderscoreMatchesItselfOnly() throws SQLException {
            var name = Api.fresh("a");
            var mine = name + "_1";
            var neighbour = name + "x1";
            Api.somebody().declare(neighbour, "\"engine\":\"mariadb\"").statusCode(200);
            var url = api.declare(mine, "\"engine\":\"mariadb\"").extract().<String>path(JDBC);

            Api.run(url, "create table `%s`.t (i int)".formatted(mine));
            assertThatThrownBy(() -> Api.run(url, "create table `%s`.t (i int)".formatted(neighbour)))
                    .hasMessageContaining("denied");
        }

        /// Row 41 of the list of attacks.
        @Test
        void anOwnerIsNothingMore() throws SQLException {
            var name = Api.fresh("only");
            var url = api.declare(name, "\"engine\":\"mariadb\"").extract().<String>path(JDBC);

            for (var attack : List.of(
                    "create database another",
                    "create user another",
                    "grant select on `%s`.* to root@localhost".formatted(name),
                    "select 1 into outfile '/tmp/cumulet-attack'",
                    "select load_file('/etc/passwd') is null or 1 / 0 from mysql.user",
                    "set global max_connections = 1",
                    "kill 1")) {
                assertThatThrownBy(() -> Api.run(url, attack)).as(attack).isInstanceOf(SQLException.class);
            }
        }
    }

    @Nested
    class WhatIsRefused {

        /// Row 40 of the list of attacks.
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a%60;%20DROP%20DATABASE%20mysql;--",
                    "mysql",
                    "information_schema",
                    "postgres",
                    "template1",
                    "pg_catalog",
                    "Upper",
                    "a-b",
                    "a%25",
                    "1a",
                    "_a",
                    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                })
        void namesThatWouldDoHarm(String name) {
            api.as()
                    .urlEncodingEnabled(false)
                    .body("{\"database\":{}}")
                    .put("/database/v1/databases/" + name)
                    .then()
                    .statusCode(400)
                    .body("badRequest.code", equalTo(400));
        }

        /// Row 41 of the list of attacks.
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"name\":\"u\",\"profile\":\"SUPER\"}",
                    "{\"name\":\"u\",\"profile\":\"all privileges\"}",
                    "{\"name\":\"u\",\"privileges\":[\"FILE\"]}",
                    "{\"name\":\"u\",\"grant_option\":true}",
                    "{\"name\":\"u\",\"roles\":[\"pg_read_server_files\"]}",
                    "{\"name\":\"root\"}",
                    "{\"name\":\"u' or '1\"}",
                    "{\"name\":\"u\",\"hosts\":[\"%' identified by 'x\"]}",
                    "{\"name\":\"u\",\"hosts\":[\"10.0.0.%\"]}",
                    "{\"name\":\"u\",\"hosts\":[\"10.0.0.1/24\"]}",
                    "{\"name\":\"u\",\"hosts\":[]}",
                    "{\"name\":\"u\",\"password\":\"mine\"}"
                })
        void usersThatAskForMore(String user) {
            var name = Api.fresh("more");
            var status = api.declare(name, "\"engine\":\"mariadb\",\"users\":[%s]".formatted(user))
                    .extract()
                    .statusCode();
            assertThat(status).isIn(400, 409);
            api.show(name).statusCode(404);
        }

        @ParameterizedTest
        @CsvSource({"mariadb,create user %1$s@localhost", "postgresql,create role \"%1$s\""})
        void aUserThatWasThereBefore(String engine, String statement) throws SQLException {
            var name = Api.fresh("old");
            try (var admin = engine.equals("mariadb") ? Api.mariaDb("") : Api.postgres("postgres")) {
                Api.run(admin, statement.formatted(name));
            }

            api.declare(name, "\"engine\":\"%s\"".formatted(engine))
                    .body("database.state", equalTo("error"))
                    .body("database.fault", containsString("was not made here"));
        }

        @Test
        void aDatabaseThatWasThereBeforeIsNeitherTakenNorDropped() throws SQLException {
            var name = Api.fresh("theirs");
            try (var admin = Api.mariaDb("")) {
                Api.run(admin, "create database `%s`".formatted(name));

                api.declare(name, "\"engine\":\"mariadb\"")
                        .body("database.state", equalTo("error"))
                        .body("database.fault", containsString("was not made here"));
                api.deleteAndWait(name);

                Api.run(admin, "use `%s`".formatted(name));
            }
        }

        @Test
        void aCharacterSetThatIsNone() {
            api.declare(Api.fresh("set"), "\"engine\":\"mariadb\",\"character_set\":\"klingon\"")
                    .body("database.state", equalTo("error"))
                    .body("database.fault", containsString("Unknown character set"));
        }

        @Test
        void whatNoServerCanTakeWithItsReasons() {
            api.declare(Api.fresh("none"), "\"server\":\"nowhere\"")
                    .statusCode(409)
                    .body("conflict.message", containsString("2 not the one asked for"));
        }
    }

    @Nested
    class AnotherProject {

        @Test
        void doesNotFindIt() {
            var name = Api.fresh("mine");
            api.declare(name, "\"engine\":\"mariadb\"").statusCode(200);
            var stranger = Api.somebody();

            stranger.show(name).statusCode(404);
            stranger.delete(name, "?confirm=" + name).statusCode(404);
            stranger.rotate(name, name, 0).statusCode(404);
            stranger.drift(name).statusCode(404);
            stranger.as().get("/database/v1/databases").then().body("databases", empty());
            stranger.declare(Api.fresh("thief"), "\"engine\":\"mariadb\",\"users\":[{\"name\":\"%s\"}]".formatted(name))
                    .statusCode(409);
        }
    }

    @Nested
    class Deleting {

        @Test
        void needsTheNameOnceMore() {
            var name = Api.fresh("drop");
            api.declare(name, "\"engine\":\"mariadb\"").statusCode(200);

            api.delete(name, "").statusCode(400);
            api.delete(name, "?confirm=other").statusCode(400);
            api.show(name).body("database.state", equalTo("active"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void isRefusedWhileSomebodyIsConnectedUnlessForced(String engine) throws SQLException {
            var name = Api.fresh("busy");
            var url = api.declare(name, "\"engine\":\"%s\"".formatted(engine))
                    .extract()
                    .<String>path(JDBC);
            try (var _ = DriverManager.getConnection(url)) {
                api.delete(name, "?confirm=" + name)
                        .statusCode(409)
                        .body("conflict.message", containsString("1 open connections"));
                api.deleteAndWait(name);
            }
            assertThatThrownBy(() -> Api.run(url, "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Nested
    class TheQuota {

        @Test
        void isKept() {
            var project = UUID.randomUUID().toString().replace("-", "");
            Api.admin()
                    .as()
                    .body("{\"quota\":{\"databases\":1}}")
                    .put("/database/v1/quotas/" + project)
                    .then()
                    .statusCode(200)
                    .body("quota.users", equalTo(1000));
            var owner = new Api(TestTokens.memberOf(project));

            owner.declare(Api.fresh("one"), "\"engine\":\"mariadb\"").statusCode(200);
            owner.declare(Api.fresh("two"), "\"engine\":\"mariadb\"")
                    .statusCode(413)
                    .body("overLimit.message", containsString("asked 1, used 1, allowed 1"));
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
