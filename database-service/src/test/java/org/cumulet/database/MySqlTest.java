package org.cumulet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real MySQL 8, used through MySQL's own driver: where it differs from MariaDB, and that the rest is the same.
@DatabaseTest
class MySqlTest {

    private static final String JDBC = "database.users[0].connection.jdbc";
    private static final String UNTIL = "database.users[0].old_password_until";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static MySqlServer server;

    private final String project = UUID.randomUUID().toString().replace("-", "");
    private final Api api = new Api(TestTokens.memberOf(project));
    private final List<String> declared = new ArrayList<>();
    private final String name = Api.fresh("my_");

    @BeforeAll
    static void aServer() throws IOException, InterruptedException {
        var missing = MySqlServer.missing();
        assumeTrue(missing.isEmpty(), "LEFT OUT: a real MySQL: " + missing);
        server = MySqlServer.start();
    }

    @AfterAll
    static void isGone() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void isRegistered() {
        Api.servers();
        Api.admin()
                .register("mysql", "mysql", server.port(), MySqlServer.ADMIN, MySqlServer.PASSWORD)
                .statusCode(201)
                .body("server.engine", equalTo("mysql"))
                .body("server.version", containsString("8.0."));
    }

    /// No other test's databases come to it.
    @AfterEach
    void isRegisteredNoMore() {
        declared.forEach(api::deleteAndWait);
        Api.admin().as().delete("/database/v1/servers/mysql").then().statusCode(204);
    }

    private String declare(String database, String more) {
        declared.add(database);
        return api.declare(database, "\"server\":\"mysql\"" + more)
                .statusCode(200)
                .body("database.state", equalTo("active"))
                .extract()
                .path(JDBC);
    }

    @Test
    void keystoneOfTheNotesIsOneRequestAndOneConnectionString() throws SQLException {
        var url = declare("keystone", ",\"users\":[{\"name\":\"keystone\",\"hosts\":[\"localhost\",\"%\"]}]");

        assertThat(url).startsWith("jdbc:mysql://127.0.0.1:");
        Api.run(url, "create table project (id int primary key)");
        Api.run(url, "insert into project values (1)");
        assertThatThrownBy(() -> Api.run(url, "select * from mysql.user")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Api.run(url, "create database another")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Api.run(url, "select 1 into outfile '/tmp/cumulet-never'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Api.run(url, "grant select on keystone.* to 'mysql.sys'@localhost"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void anUnderscoreInANameOpensNoOtherDatabase() throws SQLException {
        var name1 = Api.fresh("a_");
        var other = name1.replace('_', 'x');
        declare(other, "");

        var url = declare(name1, "");

        Api.run(url, "create table t (i int)");
        assertThatThrownBy(() -> Api.run(url, "create table %s.t (i int)".formatted(other)))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void profilesAllowWhatTheyAllow() throws SQLException {
        var owner = declare(name, "");
        Api.run(owner, "create table t (i int)");

        var users = api.declare(
                        name,
                        "\"users\":[{\"name\":\"%1$sr\",\"profile\":\"readonly\"},{\"name\":\"%1$sw\",\"profile\":\"readwrite\",\"hosts\":[\"127.0.0.0/8\"]}]"
                                .formatted(name))
                .statusCode(200)
                .extract()
                .jsonPath();

        String readonly = users.get(JDBC);
        String readwrite = users.get("database.users[1].connection.jdbc");
        Api.run(readonly, "select * from t");
        assertThatThrownBy(() -> Api.run(readonly, "insert into t values (1)")).isInstanceOf(SQLException.class);
        Api.run(readwrite, "insert into t values (1)");
        assertThatThrownBy(() -> Api.run(readwrite, "drop table t")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Api.run(owner, "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void inARotationOldAndNewAreValidForATime() throws SQLException {
        var old = declare(name, "");
        Api.run(old, "create table made_before (i int)");

        var fresh = api.rotate(name, name, 3600)
                .statusCode(200)
                .body(UNTIL, notNullValue())
                .extract()
                .<String>path(JDBC);
        Api.run(old, "insert into made_before values (1)");
        Api.run(fresh, "drop table made_before");

        var freshest = api.rotate(name, name, 0).statusCode(200).extract().<String>path(JDBC);
        await().atMost(PATIENCE).untilAsserted(() -> api.show(name).body(UNTIL, nullValue()));
        assertThatThrownBy(() -> Api.run(old, "select 1")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Api.run(fresh, "select 1")).isInstanceOf(SQLException.class);
        Api.run(freshest, "select 1");
        api.revoke(name, name).statusCode(200);
        assertThatThrownBy(() -> Api.run(freshest, "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void driftIsReportedWithItsRolesAndRepairedWhenAskedFor() throws SQLException {
        var url = declare(name, ",\"users\":[{\"name\":\"%s\",\"profile\":\"readonly\"}]".formatted(name));
        try (var admin = server.admin(name)) {
            Api.run(admin, "create table t (i int)");
            Api.run(admin, "grant insert on `%s`.* to `%s`@`%%`".formatted(name.replace("_", "\\_"), name));
            Api.run(admin, "create role `%sx`".formatted(name));
            Api.run(admin, "grant delete on t to `%sx`".formatted(name));
            Api.run(admin, "create user `%sy`@`%%`".formatted(name));
            Api.run(admin, "grant select on `%s%%`.* to `%sy`@`%%`".formatted(name, name));
        }

        api.drift(name)
                .statusCode(200)
                .body("drift.find { it.kind == 'wider_grant' }.privileges", contains("INSERT"))
                .body("drift.find { it.account == '%sx@%%' }.privileges".formatted(name), contains("DELETE"))
                .body("drift.find { it.account == '%sy@%%' }.repairable".formatted(name), equalTo(false));
        Api.run(url, "insert into t values (1)");

        api.repair(name).statusCode(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.drift(name).body("drift.findAll { it.repairable }.size()", equalTo(0)));
        assertThatThrownBy(() -> Api.run(url, "insert into t values (1)")).isInstanceOf(SQLException.class);
    }

    @Test
    void aBackupIsRestoredAsItWas() throws SQLException {
        var url = declare(name, "");
        for (var statement : List.of(
                "create table customer (id int auto_increment primary key, name varchar(80) not null, weight float,"
                        + " debt decimal(30,10), photo longblob, flags bit(5), kind enum('a','b''c'), info json,"
                        + " shouted varchar(90) as (upper(name)) stored, seen timestamp(6) null, place point)",
                "insert into customer (name, weight, debt, photo, flags, kind, info, seen, place) values"
                        + " ('Zoë \\\\ ''quoted'' \\n 😀', 1.2345678, 12345678901234567890.0123456789, x'00ff0a270d5c',"
                        + " b'10101', 'b''c', '{\"a\": [1, \"ü\"]}', '2026-11-23 12:34:56.123456', point(1.5, -2)),"
                        + " ('empty', null, null, '', null, null, null, null, null)",
                "create view a_count as select count(*) n from customer",
                "create function twice(i int) returns int deterministic return i * 2",
                "create trigger loud before insert on customer for each row set new.name = concat(new.name, '!')")) {
            Api.run(url, statement);
        }
        var backup = api.backup(name);
        var fresh = Api.fresh("my_new");
        declared.add(fresh);

        api.as()
                .body("{\"restore\":{\"name\":\"%s\"}}".formatted(fresh))
                .post("/database/v1/backups/%s/restore?wait=60".formatted(backup))
                .then()
                .statusCode(equalTo(202));

        await().atMost(PATIENCE).untilAsserted(() -> api.show(fresh).body("database.state", equalTo("active")));
        var question = """
                select concat_ws('|', id, name, cast(weight + 0e0 as char), debt, hex(photo), bin(flags), kind, info, shouted,
                    seen, st_astext(place), twice(21), (select n from a_count)) from customer order by id""";
        assertThat(answers(fresh, question)).isEqualTo(answers(name, question)).hasSize(2);
        try (var admin = server.admin(fresh)) {
            Api.run(admin, "insert into customer (name) values ('new')");
        }
        assertThat(answers(fresh, "select name from customer where id = 3")).containsExactly("new!");
        api.as().post("/database/v1/backups/%s/verify".formatted(backup)).then().statusCode(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.as()
                        .get("/database/v1/backups/" + backup)
                        .then()
                        .body("backup.verification", equalTo("verified")));
    }

    private static List<String> answers(String database, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var admin = server.admin(database);
                var statement = admin.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    @Test
    void isADatastoreWithParameters() {
        declare(name, "");
        var datastores = "/database/v1.0/%s/datastores/mysql/versions/8.0".formatted(project);
        api.as().get(datastores).then().statusCode(200).body("version.name", equalTo("8.0"));
        api.as()
                .get(datastores + "/parameters")
                .then()
                .statusCode(200)
                .body("configuration-parameters.name", hasItem("max_connections"))
                .body("configuration-parameters.name", not(hasItem("basedir")));
    }

    @Test
    void isNotTakenForTheOther() {
        Api.admin()
                .register("wrong", "mysql", Api.port("mariadb"), MariaDbServer.ADMIN, MariaDbServer.PASSWORD)
                .statusCode(422)
                .body("unprocessableEntity.message", containsString("This is no MySQL: "));
        Api.admin()
                .register("wrong", "mariadb", server.port(), MySqlServer.ADMIN, MySqlServer.PASSWORD)
                .statusCode(422);
        Api.admin()
                .register("wrong", "mysql", server.port(), MySqlServer.ADMIN, "wrong")
                .statusCode(422);
    }

    @Test
    void itsAdministratorGetsAPasswordThatOnlyWeKnow() throws SQLException {
        try (var admin = server.admin("")) {
            Api.run(admin, "create user second@'%' identified by 'another'");
            Api.run(admin, "grant all on *.* to second@'%' with grant option");
        }
        Api.admin().as().delete("/database/v1/servers/mysql").then().statusCode(204);
        Api.admin()
                .register("mysql", "mysql", server.port(), "second", "another")
                .statusCode(201);

        Api.admin()
                .as()
                .post("/database/v1/servers/mysql/rotate")
                .then()
                .statusCode(200)
                .body("server.state", equalTo("online"));

        declare(name, "");
        assertThatThrownBy(() -> Api.run(
                        "jdbc:mysql://127.0.0.1:%d/?user=second&password=another".formatted(server.port()), "select 1"))
                .isInstanceOf(SQLException.class);
    }
}
