package org.cumulet.database.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.cumulet.testing.auth.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class BackupsTest {

    private static final String BACKUPS = "/database/v1/backups/";
    private static final String JDBC = "database.users[0].connection.jdbc";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What a real application has, and what is easily lost.
    private static final Map<String, List<String>> SHOP = Map.of(
            "mariadb",
            List.of(
                    "create table customer (id int auto_increment primary key, name varchar(80) not null,"
                            + " born date, weight float, debt decimal(30,10), photo longblob, flags bit(5),"
                            + " kind enum('a','b''c'), shouted varchar(90) as (upper(name)) stored, seen timestamp(6) null,"
                            + " place point, unique key (name), check (length(name) > 1))",
                    "create table `odd ' name` (`key` bigint unsigned primary key, customer int,"
                            + " foreign key (customer) references customer (id) on delete cascade)",
                    "create sequence counter start with 100 increment by 5",
                    "insert into customer (name, born, weight, debt, photo, flags, kind, seen, place) values"
                            + " ('Zoë \\\\ ''quoted'' \\n 😀', '0000-00-00', 1.2345678, 12345678901234567890.0123456789,"
                            + " x'00ff0a270d5c', b'10101', 'b''c', '2026-11-23 12:34:56.123456', point(1.5, -2)),"
                            + " ('empty', null, null, null, '', null, null, null, null)",
                    "insert into `odd ' name` values (18446744073709551615, 1)",
                    "select nextval(counter)",
                    "create view z_all as select c.name, a.n from customer c join a_count a",
                    "create or replace view a_count as select count(*) n from customer",
                    "create function twice(i int) returns int deterministic return i * 2;",
                    "create procedure noisy() begin declare t varchar(9) default ';'; select twice(4); end",
                    "create trigger loud before insert on customer for each row set new.name = concat(new.name, '!')"),
            "postgresql",
            List.of(
                    "create schema stock",
                    "create type mood as enum ('glad', 'it''s ok')",
                    "create domain positive as int check (value > 0)",
                    "create type pair as (a int, b text)",
                    "create function twice(i int) returns int language sql immutable return i * 2",
                    "create table customer (id int generated always as identity primary key, name text not null unique,"
                            + " mood mood default 'glad', debt numeric(30,10), photo bytea, tags text[], pair pair, age positive,"
                            + " doubled int generated always as (twice(length(name))) stored, info jsonb, seen timestamptz,"
                            + " check (length(name) > 1))",
                    "create table \"odd \"\" name\" (\"key\" bigserial primary key, customer int references customer on delete cascade)",
                    "create table stock.item (id int, kind text, primary key (id, kind)) partition by list (kind)",
                    "create table stock.item_a partition of stock.item for values in ('a')",
                    "create table stock.item_rest partition of stock.item default",
                    "create index on customer (lower(name)) where debt > 0",
                    "create table base (b int default 7)",
                    "create table derived (d int) inherits (base)",
                    "insert into customer (name, debt, photo, tags, pair, age, info, seen) values"
                            + " (E'Zoë \\\\ ''quoted'' \\n \\t 😀', 12345678901234567890.0123456789, '\\x00ff0a', '{a,\"b c\"}', '(1,x)', 3,"
                            + " '{\"a\": [1]}', '2026-11-23 12:34:56.123456+02'), ('empty', null, '', '{}', null, null, null, null)",
                    "insert into \"odd \"\" name\" (customer) values (1), (2)",
                    "insert into stock.item values (1, 'a'), (2, 'z')",
                    "insert into derived values (1, 2)",
                    "create view a_count as select count(*) n from customer",
                    "create view z_all as select c.id, c.name, a.n from customer c cross join a_count a group by c.id, a.n",
                    "create materialized view summary as select kind, count(*) from stock.item group by kind",
                    "create unique index on summary (kind)",
                    "create function loud() returns trigger language plpgsql as $$ begin new.name := new.name || '!'; return new; end $$",
                    "create trigger loud before insert on customer for each row execute function loud()",
                    "alter table base enable row level security",
                    "create policy mine on base using (b > 0)",
                    "comment on column customer.name is 'whose ''name'' it is'"));

    /// What is asked afterwards, to see that nothing was lost.
    private static final Map<String, List<String>> QUESTIONS = Map.of(
            "mariadb",
            List.of(
                    "select id, name, cast(born as char), cast(weight + 0e0 as char), debt, hex(photo), bin(flags), kind, shouted, seen, st_astext(place) from customer order by id",
                    "select * from `odd ' name`",
                    "select * from z_all order by name",
                    "select twice(21), nextval(counter) > 100"),
            "postgresql",
            List.of(
                    "select id, name, mood, debt, photo, tags, pair, age, doubled, info, seen from customer order by id",
                    "select * from \"odd \"\" name\" order by key",
                    "select tableoid::regclass, * from stock.item order by id",
                    "select tableoid::regclass, * from base",
                    "select * from z_all order by id",
                    "select * from summary order by kind",
                    "select nextval('\"odd \"\" name_key_seq\"'), twice(21)",
                    "select col_description('customer'::regclass, 2), (select count(*) from pg_indexes where tablename in ('customer', 'summary')),"
                            + " (select count(*) from pg_policies), (select count(*) from pg_constraint where conrelid in (select oid from pg_class where relnamespace in ('public'::regnamespace, 'stock'::regnamespace)))"));

    private final Api api = Api.somebody();
    private final String name = Api.fresh("shop");

    @BeforeEach
    void servers() {
        Api.servers();
    }

    private String shop(String engine) throws SQLException {
        var url = api.declare(name, "\"engine\":\"%s\"".formatted(engine))
                .statusCode(200)
                .extract()
                .<String>path(JDBC);
        try (var connection = DriverManager.getConnection(url + "&sessionVariables=sql_mode=''")) {
            if (engine.equals("mariadb")) {
                Api.run(connection, "create view a_count as select 1 n");
            }
            for (var statement : SHOP.get(engine)) {
                Api.run(connection, statement);
            }
        }
        return url;
    }

    private static List<List<String>> answers(String engine, String url) throws SQLException {
        var all = new ArrayList<List<String>>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (var question : QUESTIONS.get(engine)) {
                try (var row = statement.executeQuery(question)) {
                    while (row.next()) {
                        var values = new ArrayList<String>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            values.add(row.getString(i));
                        }
                        all.add(values);
                    }
                }
            }
        }
        return all;
    }

    private ValidatableResponse ask(String database) {
        return api.as()
                .body("{\"backup\":{\"database\":\"%s\"}}".formatted(database))
                .post("/database/v1/backups")
                .then();
    }

    private ValidatableResponse shown(String id) {
        return api.as().get(BACKUPS + id).then().statusCode(200);
    }

    private ValidatableResponse restore(String id, String body) {
        return api.as()
                .body("{\"restore\":{%s}}".formatted(body))
                .post(BACKUPS + id + "/restore")
                .then();
    }

    private void untilActive(String database) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.show(database)
                        .body("database.fault", nullValue())
                        .body("database.state", equalTo("active")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void isRestoredIntoANewDatabaseWithEverythingInIt(String engine) throws SQLException {
        var url = shop(engine);
        var id = api.backup(name);
        var before = answers(engine, url);
        var again = Api.fresh("again");

        var restored = restore(id, "\"name\":\"%s\"".formatted(again))
                .statusCode(202)
                .extract()
                .<String>path(JDBC);
        untilActive(again);

        assertThat(answers(engine, restored)).isEqualTo(before);
        Api.run(restored, "insert into customer (name) values ('new one')");
        Api.run(restored, "drop view z_all");
        Api.run(restored, "create table more (i int)");
        Api.run(url, "select count(*) from customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void isVerifiedByATrialRestore(String engine) throws SQLException {
        shop(engine);
        var id = api.backup(name);

        api.as().post(BACKUPS + id + "/verify").then().statusCode(202).body("backup.verification", equalTo("running"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> shown(id)
                        .body("backup.verification_fault", nullValue())
                        .body("backup.verification", equalTo("verified"))
                        .body("backup.verified_at", notNullValue()));
        try (var admin = engine.equals("mariadb") ? Api.mariaDb("") : Api.postgres("postgres");
                var statement = admin.createStatement();
                var row = statement.executeQuery(
                        engine.equals("mariadb")
                                ? "select user from mysql.global_priv where user like 'cumulet-%' union select schema_name from information_schema.schemata where schema_name like 'cumulet-%'"
                                : "select rolname from pg_roles where rolname like 'cumulet-%' union select datname from pg_database where datname like 'cumulet-%'")) {
            assertThat(row.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void restoresNothingAsTheAdministrator(String engine) throws SQLException {
        var url = api.declare(name, "\"engine\":\"%s\"".formatted(engine))
                .extract()
                .<String>path(JDBC);
        var code = engine.equals("mariadb")
                ? List.of(
                        "create table t (who text default (current_user()))",
                        "create definer = current_user function who() returns text sql security definer return current_user()",
                        "create view v as select who() w")
                : List.of(
                        "create function who() returns text language plpgsql as $$ begin"
                                + " if (select rolsuper from pg_catalog.pg_roles where rolname = session_user) then"
                                + " raise exception 'as the administrator'; end if; return current_user; end $$",
                        "create table t (i int check (public.who() is not null))",
                        "insert into t values (1)",
                        "create materialized view v as select public.who() w");
        for (var statement : code) {
            Api.run(url, statement);
        }
        var id = api.backup(name);
        var again = Api.fresh("safe");

        var restored = restore(id, "\"name\":\"%s\"".formatted(again)).extract().<String>path(JDBC);
        untilActive(again);

        try (var connection = DriverManager.getConnection(restored);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select w from v")) {
            row.next();
            assertThat(row.getString(1)).doesNotContain("postgres").doesNotStartWith("cumulet@");
        }
    }

    @Nested
    class OneThatIsKept {

        @Test
        void isEncryptedAndHasNothingReadableInIt() throws Exception {
            var url = shop("mariadb");
            Api.run(url, "insert into customer (name) values ('needle-in-the-haystack')");
            var id = api.backup(name);

            var checksum = shown(id)
                    .body("backup.encrypted", equalTo(true))
                    .body("backup.tables", equalTo(2))
                    .body("backup.rows", equalTo(4))
                    .extract()
                    .<String>path("backup.checksum");

            var file = file(checksum);
            assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("needle", "customer", "Cumulet");
        }

        @Test
        void thatWasDamagedIsNotRestoredInSilence() throws Exception {
            shop("postgresql");
            var id = api.backup(name);
            var file = file(shown(id).extract().path("backup.checksum"));
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            api.as().post(BACKUPS + id + "/verify").then().statusCode(202);

            await().atMost(PATIENCE).untilAsserted(() -> shown(id).body("backup.verification", equalTo("failed")));
        }

        @Test
        void isListedByItsProjectOnlyAndGoesWhenItIsDeleted() throws SQLException, IOException {
            shop("mariadb");
            var first = api.backup(name);
            var second = api.backup(name);

            api.as()
                    .get("/database/v1/backups?limit=1")
                    .then()
                    .body("backups.id", equalTo(List.of(second)))
                    .body("backups_links[0].href", containsString("marker=" + second));
            api.as()
                    .get("/database/v1/backups?marker=" + second + "&database=" + name)
                    .then()
                    .body("backups.id", equalTo(List.of(first)));
            var stranger = Api.somebody();
            stranger.as().get("/database/v1/backups").then().body("backups", empty());
            stranger.as().get(BACKUPS + first).then().statusCode(404);
            stranger.as()
                    .body("{\"restore\":{\"name\":\"mine\"}}")
                    .post(BACKUPS + first + "/restore")
                    .then()
                    .statusCode(404);

            var file = file(shown(first).extract().path("backup.checksum"));
            api.as().delete(BACKUPS + first).then().statusCode(204);

            assertThat(file).doesNotExist();
            api.as().get(BACKUPS + first).then().statusCode(404);
        }

        private Path file(String checksum) {
            return Path.of("target/database-backups/objects", checksum.substring(0, 2), checksum);
        }
    }

    @Nested
    class ADatabaseThatIsDropped {

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void leavesALastDumpThatCanBeRestoredUnderItsName(String engine) throws SQLException {
            var before = answers(engine, shop(engine));
            api.deleteAndWait(name);

            var last = api.as()
                    .get("/database/v1/backups?database=" + name)
                    .then()
                    .body("backups", hasSize(1))
                    .body("backups[0].kind", equalTo("last"))
                    .body("backups[0].state", equalTo("complete"))
                    .body("backups[0].expires_at", notNullValue())
                    .extract()
                    .<String>path("backups[0].id");
            var url = restore(last, "\"name\":\"%s\"".formatted(name))
                    .statusCode(202)
                    .extract()
                    .<String>path(JDBC);
            untilActive(name);

            assertThat(answers(engine, url)).hasSameSizeAs(before);
        }

        @Test
        void leavesNoneIfThatIsNotWanted() throws SQLException {
            shop("mariadb");
            api.delete(name, "?last_dump=false&confirm=" + name).statusCode(202);
            await().atMost(PATIENCE).untilAsserted(() -> api.show(name).statusCode(404));

            api.as().get("/database/v1/backups").then().body("backups", empty());
        }

        @Test
        void waitsWhenItCannotBeDumpedUntilSomebodySaysThatItMayBeLost() throws SQLException {
            var url = shop("postgresql");
            Api.run(url, "create aggregate product(int) (sfunc = int4mul, stype = int, initcond = '1')");
            api.delete(name, "?confirm=" + name).statusCode(202);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> api.show(name)
                            .body("database.state", equalTo("deleting"))
                            .body("database.fault", containsString("the aggregate product")));

            api.delete(name, "?last_dump=false&confirm=" + name).statusCode(202);

            await().atMost(PATIENCE).untilAsserted(() -> api.show(name).statusCode(404));
        }
    }

    @Nested
    class OneThatIsThere {

        @Test
        void isReplacedOnlyWhenThatIsConfirmedAndLeavesALastDump() throws SQLException {
            var url = shop("mariadb");
            var id = api.backup(name);
            var before = answers("mariadb", url);
            Api.run(url, "delete from customer");
            restore(id, "\"name\":\"%s\"".formatted(name)).statusCode(409);
            restore(id, "\"name\":\"%s\",\"confirm\":\"other\"".formatted(name)).statusCode(409);
            assertThat(answers("mariadb", url)).isNotEqualTo(before);

            restore(id, "\"name\":\"%1$s\",\"confirm\":\"%1$s\"".formatted(name))
                    .statusCode(202);
            untilActive(name);

            assertThat(answers("mariadb", url)).isEqualTo(before);
            api.as().get("/database/v1/backups").then().body("backups.kind", equalTo(List.of("last", "on_demand")));
        }
    }

    @Test
    void cannotHoldWhatTheCatalogHasBeyondWhatIsKnown() throws SQLException {
        var url = shop("postgresql");
        Api.run(url, "create aggregate product(int) (sfunc = int4mul, stype = int, initcond = '1')");

        var id = ask(name).extract().<String>path("backup.id");

        await().atMost(PATIENCE)
                .untilAsserted(() -> shown(id)
                        .body("backup.state", equalTo("failed"))
                        .body("backup.fault", containsString("the aggregate product")));
        restore(id, "\"name\":\"nothing\"").statusCode(409);
    }

    @Test
    void areOnlySoManyOfAProject() {
        var project = UUID.randomUUID().toString().replace("-", "");
        var poor = new Api(TestTokens.memberOf(project));
        poor.declare(name, "\"engine\":\"mariadb\"").statusCode(200);
        Api.admin()
                .as()
                .body("{\"quota\":{\"backups\":0}}")
                .put("/database/v1/quotas/" + project)
                .then()
                .statusCode(200);

        poor.as()
                .body("{\"backup\":{\"database\":\"%s\"}}".formatted(name))
                .post("/database/v1/backups")
                .then()
                .statusCode(413)
                .body("overLimit.message", containsString("backups"));
        ask("nosuch").statusCode(404);
    }
}
