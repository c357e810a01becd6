package org.cumulet.database.trove;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class InstancesTest {

    private static final String PASSWORD = "it's 100% \\\"mine\\\"";
    private static final String CHOSEN = "it's 100% \"mine\"";

    private final Trove trove = Trove.somebody();
    private final String name = Api.fresh("shop");

    @BeforeEach
    void servers() {
        Api.servers();
    }

    private String withDatabaseAndUser(String engine) {
        return trove.instance(
                engine, ", \"databases\": [{\"name\": \"%1$s\"}], \"users\": [%2$s]".formatted(name, user(name)));
    }

    private static String user(String name) {
        return "{\"name\": \"%1$s\", \"password\": \"%2$s\", \"databases\": [{\"name\": \"%1$s\"}]}"
                .formatted(name, PASSWORD);
    }

    @Nested
    class AnInstance {

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void beginsWithDatabasesAndUsersWhoseChosenPasswordsWork(String engine) {
            withDatabaseAndUser(engine);

            trove.settled(name);
            assertThat(Trove.owns(engine, name, name, CHOSEN)).isTrue();
            assertThat(Trove.owns(engine, name, name, "another")).isFalse();
        }

        @Test
        void isShownAsTroveShowsIt() {
            var instance = trove.instance("mariadb", ", \"volume\": {\"size\": 2}");

            var shown = trove.get(instance).statusCode(200).extract().<Map<String, Object>>path("instance");

            assertThat(shown.keySet())
                    .containsExactlyInAnyOrder(
                            "id",
                            "name",
                            "status",
                            "operating_status",
                            "datastore",
                            "flavor",
                            "volume",
                            "region",
                            "tenant_id",
                            "access",
                            "ip",
                            "addresses",
                            "links",
                            "created",
                            "updated");
            trove.get(instance)
                    .body("instance.status", is("ACTIVE"))
                    .body("instance.operating_status", is("HEALTHY"))
                    .body("instance.datastore.type", is("mariadb"))
                    .body("instance.datastore.version", is("11.4"))
                    .body("instance.volume.size", is(2))
                    .body("instance.flavor.id", is("shared"))
                    .body("instance.links[0].href", endsWith(trove.at(instance)));
            trove.get("instances").body("instances.name", contains("shop"));
            trove.get("instances/detail").body("instances.name", contains("shop"));
        }

        @Test
        void isThereOncePerProjectAndServer() {
            trove.instance("mariadb", "");

            trove.post(
                            "instances",
                            "{\"instance\": {\"name\": \"second\", \"datastore\": {\"type\": \"mariadb\", \"version\": \"11.4\"}}}")
                    .statusCode(422)
                    .body(
                            "unprocessableEntity.message",
                            containsString("1 of another datastore, 1 with an instance of this project already"));
        }

        @Test
        void isThereForWhoDeclaresADatabaseByItself() {
            trove.api().declare(name, "\"engine\": \"mariadb\"").statusCode(200);

            var id = trove.get("instances").extract().<String>path("instances[0].id");

            trove.get("instances/" + id + "/databases").body("databases.name", contains(name));
            trove.get("instances/" + id + "/users")
                    .body("users", hasSize(1))
                    .body("users[0].host", is("%"))
                    .body("users[0].databases.name", contains(name));
        }

        @Test
        void canBeRenamedAndEnlargedAndNothingElse() {
            var instance = trove.instance("mariadb", ", \"volume\": {\"size\": 2}");

            trove.put(instance, "{\"instance\": {\"name\": \"store\"}}").statusCode(202);
            trove.post(instance + "/action", "{\"resize\": {\"volume\": {\"size\": 3}}}")
                    .statusCode(202);

            trove.get(instance).body("instance.name", is("store")).body("instance.volume.size", is(3));
            trove.post(instance + "/action", "{\"resize\": {\"volume\": {\"size\": 3}}}")
                    .statusCode(400)
                    .body("badRequest.code", is(400));
            trove.post(instance + "/action", "{\"resize\": {\"flavorRef\": \"shared\"}}")
                    .statusCode(400);
            trove.post(instance + "/action", "{\"resize\": {\"flavorRef\": \"large\"}}")
                    .statusCode(404);
            trove.post(instance + "/action", "{\"restart\": {}}").statusCode(422);
            trove.post(instance + "/action", "{\"reset_status\": {}}").statusCode(403);
            trove.post(instance + "/action", "{}").statusCode(400);
        }

        @Test
        void isCountedAgainstTheQuotaOfInstancesAndVolumes() {
            var quotas = Trove.admin().at("mgmt/quotas/" + trove.project());
            Api.admin()
                    .as()
                    .body("{\"quotas\": {\"instances\": 1, \"volumes\": 4}}")
                    .put(quotas)
                    .then()
                    .statusCode(200)
                    .body("quotas.instances", is(1));

            trove.post("instances", "{\"instance\": {\"name\": \"large\", \"volume\": {\"size\": 5}}}")
                    .statusCode(413)
                    .body("overLimit.message", containsString("volumes: asked 5, used 0, allowed 4"));
            var instance = trove.instance("mariadb", ", \"volume\": {\"size\": 3}");
            trove.post("instances", "{\"instance\": {\"name\": \"second\"}}")
                    .statusCode(413)
                    .body("overLimit.message", containsString("instances: asked 1, used 1, allowed 1"));
            trove.post(instance + "/action", "{\"resize\": {\"volume\": {\"size\": 5}}}")
                    .statusCode(413);

            trove.get("limits").body("limits[0].verb", is("ABSOLUTE")).body("limits[0].max_instances", is(1));
            Api.admin().as().get(quotas).then().body("quotas.find { it.resource == 'volumes' }.in_use", is(3));
        }

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void goesWithAllThatIsInIt(String engine) throws SQLException {
            var instance = withDatabaseAndUser(engine);
            trove.post(
                            instance + "/users",
                            "{\"users\": [{\"name\": \"%s\", \"password\": \"x\"}]}".formatted(Api.fresh("idle")))
                    .statusCode(202);
            trove.settled(name);

            trove.delete(instance).statusCode(202);

            trove.gone(instance);
            trove.api().show(name).statusCode(404);
            assertThat(Trove.owns(engine, name, name, CHOSEN)).isFalse();
            Api.admin().as().delete("/database/v1/servers/none").then().statusCode(404);
        }

        @ParameterizedTest
        @CsvSource({
            "mariadb, select count(*) from mysql.global_priv where user = '%s'",
            "postgresql, select count(*) from pg_roles where rolname = '%s'"
        })
        void leavesNobodyBehindWhoHadSeveralOfItsDatabases(String engine, String accounts) throws SQLException {
            var other = Api.fresh("other");
            var instance = trove.instance(engine, """
                    , "databases": [{"name": "%1$s"}, {"name": "%2$s"}],
                      "users": [{"name": "%1$s", "password": "x", "databases": [{"name": "%1$s"}, {"name": "%2$s"}]}]""".formatted(name, other));
            trove.settled(name);
            trove.settled(other);

            trove.delete(instance).statusCode(202);

            trove.gone(instance);
            try (var connection = engine.equals("mariadb") ? Api.mariaDb("") : Api.postgres("postgres");
                    var statement = connection.createStatement();
                    var count = statement.executeQuery(accounts.formatted(name))) {
                count.next();
                assertThat(count.getInt(1)).isZero();
            }
        }

        @Test
        void staysWhileSomebodyIsConnectedUnlessAnOperatorSaysItIsInError() throws SQLException {
            var admin = Trove.admin();
            admin.get("instances").extract().<List<String>>path("instances.id").forEach(id -> {
                admin.post("instances/" + id + "/action", "{\"reset_status\": {}}")
                        .statusCode(202);
                admin.delete("instances/" + id).statusCode(202);
                admin.gone("instances/" + id);
            });
            var instance = admin.instance(
                    "mariadb",
                    ", \"databases\": [{\"name\": \"%1$s\"}], \"users\": [%2$s]".formatted(name, user(name)));
            admin.settled(name);
            try (var _ = Trove.connect("mariadb", name, name, CHOSEN)) {
                admin.delete(instance).statusCode(409).body("conflict.message", containsString("1 open connections"));
                admin.delete(instance + "/databases/" + name).statusCode(409);

                admin.post(instance + "/action", "{\"reset_status\": {}}").statusCode(202);
                admin.get(instance).body("instance.status", is("ERROR"));
                admin.delete(instance).statusCode(202);
            }
            admin.gone(instance);
        }

        @Test
        void isToldWithoutItsSecrets() throws Exception {
            var instance = withDatabaseAndUser("mariadb");
            var secret =
                    trove.post(instance + "/root", "").statusCode(200).extract().<String>path("user.password");
            trove.settled(name);
            trove.delete(instance).statusCode(202);

            try (var heard = HeardEvents.on("database.instance")) {
                var told = heard.of(instance.replace("instances/", ""), 3);
                assertThat(told.stream().map(event -> event.type().replaceFirst(".*\\.", "")))
                        .containsExactly("created", "root_enabled", "deleted");
                for (var event : told) {
                    assertThat(EventContract.of(event.type()).violations(event.payload()))
                            .isEmpty();
                    assertThat(event.payload()).doesNotContain(secret, CHOSEN);
                }
            }
        }
    }

    @Nested
    class Somebody {

        @Test
        void seesNothingOfAnotherProject() {
            var instance = trove.instance("mariadb", "");
            var stranger = Trove.somebody();

            stranger.get(instance).statusCode(404).body("itemNotFound.code", is(404));
            stranger.get(instance + "/databases").statusCode(404);
            stranger.post(instance + "/users", "{\"users\": [{\"name\": \"spy\", \"password\": \"x\"}]}")
                    .statusCode(404);
            stranger.post(instance + "/root", "").statusCode(404);
            stranger.delete(instance).statusCode(404);
            stranger.get("instances").body("instances", empty());
            new Trove(stranger.api(), trove.project()).get("instances").statusCode(403);
        }
    }

    @Nested
    class Databases {

        @Test
        void areMadeAndDropped() {
            var instance = trove.instance("mariadb", "");
            trove.post(
                            instance + "/databases",
                            "{\"databases\": [{\"name\": \"%1$s\", \"character_set\": \"utf8\", \"collate\": \"utf8_general_ci\"}, {\"name\": \"%1$s_2\"}]}"
                                    .formatted(name))
                    .statusCode(202);
            trove.get(instance + "/databases").body("databases.name", contains(name, name + "_2"));
            trove.get(instance + "/databases?limit=1")
                    .body("databases.name", contains(name))
                    .body("links[0].href", endsWith("?marker=" + name));
            trove.get(instance + "/databases?marker=" + name).body("databases.name", contains(name + "_2"));
            trove.settled(name);

            trove.delete(instance + "/databases/" + name).statusCode(202);

            trove.get(instance + "/databases").body("databases.name", not(hasItem(name)));
            trove.delete(instance + "/databases/nothing").statusCode(404);
        }

        @ParameterizedTest
        @CsvSource({"mysql", "app-1", "App", "'a`; DROP DATABASE mysql;-- '", "a\u0000b"})
        void withNamesThatNobodyMayUseAreRefused(String bad) {
            var instance = trove.instance("mariadb", "");

            trove.post(
                            instance + "/databases",
                            "{\"databases\": [{\"name\": \"fine\"}, {\"name\": \"%s\"}]}"
                                    .formatted(bad.replace("\u0000", "\\u0000")))
                    .statusCode(400)
                    .body("badRequest.code", is(400));
            trove.get(instance + "/databases").body("databases", empty());
        }

        @Test
        void thatExistAreRefused() {
            var instance = withDatabaseAndUser("mariadb");

            trove.post(instance + "/databases", "{\"databases\": [{\"name\": \"%s\"}]}".formatted(name))
                    .statusCode(400)
                    .body("badRequest.message", is("Database '%s' exists already.".formatted(name)));
        }
    }

    @Nested
    class Users {

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void areGivenDatabasesAndLoseThem(String engine) {
            var instance = trove.instance(engine, ", \"databases\": [{\"name\": \"%s\"}]".formatted(name));
            var user = Api.fresh("u");
            trove.post(
                            instance + "/users",
                            "{\"users\": [{\"name\": \"%s\", \"password\": \"%s\"}]}".formatted(user, PASSWORD))
                    .statusCode(202);
            trove.get(instance + "/users/" + user).body("user.databases", empty());
            trove.get(instance + "/users").body("users[0].password", nullValue());

            trove.put(
                            instance + "/users/" + user + "/databases",
                            "{\"databases\": [{\"name\": \"%s\"}]}".formatted(name))
                    .statusCode(202);
            trove.settled(name);
            assertThat(Trove.owns(engine, name, user, CHOSEN)).isTrue();
            trove.get(instance + "/users/" + user + "@%25/databases").body("databases.name", contains(name));

            trove.delete(instance + "/users/" + user + "/databases/" + name).statusCode(202);
            trove.settled(name);
            assertThat(Trove.owns(engine, name, user, CHOSEN)).isFalse();
            trove.get(instance + "/users/" + user).statusCode(200).body("user.databases", empty());
            trove.delete(instance + "/users/" + user + "/databases/" + name).statusCode(404);

            trove.delete(instance + "/users/" + user).statusCode(202);
            trove.get(instance + "/users/" + user).statusCode(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void getAnotherPasswordOrName(String engine) {
            var instance = withDatabaseAndUser(engine);
            trove.settled(name);

            trove.put(
                            instance + "/users",
                            "{\"users\": [{\"name\": \"%s\", \"password\": \"second\"}]}".formatted(name))
                    .statusCode(202);
            trove.settled(name);
            assertThat(Trove.owns(engine, name, name, CHOSEN)).isFalse();
            assertThat(Trove.owns(engine, name, name, "second")).isTrue();

            var heir = Api.fresh("heir");
            trove.put(instance + "/users/" + name, "{\"user\": {\"name\": \"%s\"}}".formatted(heir))
                    .statusCode(202);
            trove.settled(name);
            assertThat(Trove.owns(engine, name, heir, "second")).isTrue();
            assertThat(Trove.owns(engine, name, name, "second")).isFalse();
            trove.get(instance + "/users").body("users.name", contains(heir));
        }

        @Test
        void comeFromAnotherHost() {
            var instance = withDatabaseAndUser("mariadb");
            trove.settled(name);

            trove.put(instance + "/users/" + name + "@%25", "{\"user\": {\"host\": \"10.1.2.3\"}}")
                    .statusCode(202);
            trove.settled(name);

            assertThat(Trove.owns("mariadb", name, name, CHOSEN)).isFalse();
            trove.get(instance + "/users/" + name + "@10%2e1%2e2%2e3").body("user.host", is("10.1.2.3"));
            trove.get(instance + "/users/" + name + "@%25").statusCode(404);
        }

        @Test
        void areRefusedByNameHostPasswordAndDatabase() {
            var instance = withDatabaseAndUser("mariadb");
            for (var bad : Map.of(
                            "\"name\": \"%s\", \"password\": \"x\"".formatted(name),
                            400,
                            "\"name\": \"root\", \"password\": \"x\"",
                            400,
                            "\"name\": \"root_0123abcd\", \"password\": \"x\"",
                            400,
                            "\"name\": \"cumulet\", \"password\": \"x\"",
                            400,
                            "\"name\": \"fine\", \"password\": \"nul\\u0000\"",
                            400,
                            "\"name\": \"fine\", \"password\": \"\"",
                            400,
                            "\"name\": \"fine\"",
                            400,
                            "\"name\": \"fine\", \"password\": \"x\", \"host\": \"10.%\"",
                            400,
                            "\"name\": \"fine\", \"password\": \"x\", \"privileges\": [\"SUPER\"]",
                            400,
                            "\"name\": \"fine\", \"password\": \"x\", \"databases\": [{\"name\": \"mysql\"}]",
                            404)
                    .entrySet()) {
                trove.post(instance + "/users", "{\"users\": [{%s}]}".formatted(bad.getKey()))
                        .statusCode(bad.getValue());
            }
            trove.get(instance + "/users").body("users.name", contains(name));
        }
    }

    @Nested
    class Root {

        @ParameterizedTest
        @ValueSource(strings = {"mariadb", "postgresql"})
        void ownsAllDatabasesOfItsInstanceAndNothingElse(String engine) {
            var instance = withDatabaseAndUser(engine);
            var foreign = Api.fresh("foreign");
            Api.somebody()
                    .declare(foreign, "\"engine\": \"%s\"".formatted(engine))
                    .statusCode(200);
            trove.get(instance + "/root").body("rootEnabled", is(false));
            trove.delete(instance + "/root").statusCode(404);

            var root = trove.post(instance + "/root", "").statusCode(200).extract();
            var later = Api.fresh("later");
            trove.post(instance + "/databases", "{\"databases\": [{\"name\": \"%s\"}]}".formatted(later))
                    .statusCode(202);
            trove.settled(name);
            trove.settled(later);

            var login = root.<String>path("user.name");
            var password = root.<String>path("user.password");
            assertThat(Trove.owns(engine, name, login, password)).isTrue();
            assertThat(Trove.owns(engine, later, login, password)).isTrue();
            assertThat(Trove.owns(engine, foreign, login, password)).isFalse();
            assertThat(Trove.owns(engine, engine.equals("mariadb") ? "mysql" : "postgres", login, password))
                    .isFalse();
            trove.get(instance + "/users").body("users.name", contains(name));
            trove.get(instance + "/users/" + login).statusCode(404);
            trove.get(instance + "/root").body("rootEnabled", is(true));

            trove.post(instance + "/root", "{\"password\": \"chosen\"}").body("user.password", is("chosen"));
            trove.settled(name);
            assertThat(Trove.owns(engine, name, login, "chosen")).isTrue();

            trove.delete(instance + "/root").statusCode(204);
            await().atMost(Duration.ofSeconds(60)).until(() -> !Trove.owns(engine, name, login, "chosen"));
            trove.get(instance + "/root").body("rootEnabled", is(true));
            trove.api().show(name).body("database.users.name", contains(name));
        }

        @Test
        void staysWhenADatabaseIsDeclaredWithOtherUsers() {
            var instance = withDatabaseAndUser("mariadb");
            var root = trove.post(instance + "/root", "").statusCode(200).extract();

            trove.api().declare(name, "\"users\": []").statusCode(200);

            assertThat(Trove.owns("mariadb", name, root.path("user.name"), root.path("user.password")))
                    .isTrue();
        }

        @Test
        void isAskedForWithoutABody() {
            var instance = trove.instance("mariadb", "");

            given().header("X-Auth-Token", trove.api().token())
                    .post(trove.at(instance + "/root"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void hasAHistoryForOperators() {
            var instance = trove.instance("mariadb", "");
            var history = "mgmt/" + instance + "/root";
            Trove.admin().get(history).statusCode(404);

            trove.post(instance + "/root", "").statusCode(200);

            Trove.admin().get(history).statusCode(200).body("root_history.id", is(instance.replace("instances/", "")));
            Trove.admin().get("mgmt/" + instance).body("instance.tenant_id", is(trove.project()));
            Trove.admin()
                    .get("mgmt/instances?project_id=" + trove.project())
                    .body("instances.tenant_id", contains(trove.project()));
        }
    }

    @Nested
    class Datastores {

        @Test
        void areTheKindsAndVersionsOfTheServersThereAre() {
            trove.get("datastores").body("datastores.name", contains("mariadb", "postgresql"));
            var mariadb = trove.get("datastores/mariadb").statusCode(200).extract();
            var version = mariadb.<String>path("datastore.default_version");

            trove.get("datastores/" + mariadb.path("datastore.id")).body("datastore.name", is("mariadb"));
            trove.get("datastores/mariadb/versions").body("versions.name", contains("11.4"));
            trove.get("datastores/mariadb/versions/11.4").body("version.id", is(version));
            trove.get("datastores/versions/" + version).body("version.version", is("11.4.5"));
            trove.get("datastores/mariadb/versions/" + version + "/flavors").body("flavors.id", contains("shared"));
            trove.get("datastores/oracle").statusCode(404);
            trove.get("datastores/mariadb/versions/5.5").statusCode(404);
        }

        @Test
        void haveOneFlavor() {
            trove.get("flavors").body("flavors.name", contains("shared"));
            trove.get("flavors/shared").body("flavor.ram", is(0));
            trove.get("flavors/m1.small").statusCode(404);
        }
    }
}
