package org.cumulet.database.trove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class InstanceBackupsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Trove trove = Trove.somebody();
    private final String shop = Api.fresh("shop");
    private final String stock = Api.fresh("stock");

    @BeforeEach
    void servers() {
        Api.servers();
    }

    /// Both databases, and an owner of them.
    private String instance(String engine) {
        var instance = trove.instance(engine, """
                , "databases": [{"name": "%s"}, {"name": "%s"}], %s""".formatted(shop, stock, users("first")));
        trove.settled(shop);
        trove.settled(stock);
        return instance;
    }

    private String users(String password) {
        return """
                "users": [{"name": "%1$s", "password": "%3$s", "databases": [{"name": "%1$s"}, {"name": "%2$s"}]}]""".formatted(shop, stock, password);
    }

    private static String id(String instance) {
        return instance.substring("instances/".length());
    }

    private String backup(String instance) {
        var id = trove.post("backups", """
                        {"backup": {"name": "friday", "instance": "%s", "incremental": 0}}
                        """.formatted(id(instance)))
                .statusCode(202)
                .body("backup.status", is("BUILDING"))
                .body("backup.size", nullValue())
                .extract()
                .<String>path("backup.id");
        await().atMost(PATIENCE).untilAsserted(() -> trove.get("backups/" + id).body("backup.status", is("COMPLETED")));
        return id;
    }

    private void run(String engine, String database, String password, String statement) throws SQLException {
        try (var connection = Trove.connect(engine, database, shop, password)) {
            Api.run(connection, statement);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "postgresql"})
    void aBackupHoldsAllThatIsInTheInstanceAndANewInstanceBeginsWithIt(String engine) throws SQLException {
        var instance = instance(engine);
        run(engine, shop, "first", "create table orders (id int primary key)");
        run(engine, shop, "first", "insert into orders values (1), (2)");
        run(engine, stock, "first", "create table things (id int primary key)");
        var backup = backup(instance);
        trove.delete(instance).statusCode(202);
        trove.gone(instance);

        var restored = trove.instance(engine, """
                , "restorePoint": {"backupRef": "%s"}, %s""".formatted(backup, users("second")));

        await().atMost(PATIENCE).untilAsserted(() -> trove.get(restored).body("instance.status", is("ACTIVE")));
        trove.settled(shop);
        trove.settled(stock);
        run(engine, shop, "second", "delete from orders where id = 2");
        run(engine, shop, "second", "alter table orders add column more int");
        run(engine, stock, "second", "drop table things");
        trove.get("backups?instance_id=" + id(instance)).body("backups.id", hasItem(backup));
        trove.get(restored + "/backups").body("backups", empty());
    }

    @Test
    void isShownAsTroveShowsIt() {
        var instance = instance("mariadb");
        var backup = backup(instance);

        var shown = trove.get("backups/" + backup).statusCode(200).extract().<Map<String, Object>>path("backup");

        assertThat(shown.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "description",
                        "instance_id",
                        "project_id",
                        "locationRef",
                        "parent_id",
                        "size",
                        "status",
                        "datastore",
                        "created",
                        "updated");
        trove.get("backups/" + backup)
                .body("backup.name", is("friday"))
                .body("backup.instance_id", is(id(instance)))
                .body("backup.size", notNullValue())
                .body("backup.datastore.type", is("mariadb"))
                .body("backup.datastore.version", is("11.4"));
        trove.get("backups?datastore=mariadb").body("backups.id", contains(backup));
        trove.get("backups?datastore=postgresql").body("backups", empty());
        trove.get(instance + "/backups").body("backups.id", contains(backup));
        Trove.admin()
                .get("backups?all_projects=True&project_id=" + trove.project())
                .body("backups", hasSize(1));
        trove.get("backups?all_projects=True").statusCode(403);
        Trove.somebody().get("backups/" + backup).statusCode(404);
    }

    @Test
    void ofASingleDatabaseIsABackupTooAndPartsGoTogether() {
        var instance = instance("mariadb");
        var single = trove.api().backup(shop);
        var both = backup(instance);

        trove.get("backups?limit=1").body("backups.id", contains(both)).body("links", hasSize(1));
        trove.get("backups?limit=1&marker=" + both).body("backups.id", contains(single));
        trove.api().as().get("/database/v1/backups").then().body("backups", hasSize(3));
        Api.admin()
                .as()
                .get(Trove.admin().at("mgmt/quotas/" + trove.project()))
                .then()
                .body("quotas.find { it.resource == 'backups' }.in_use", is(3));
        trove.api()
                .as()
                .delete("/database/v1/backups/" + both)
                .then()
                .statusCode(409)
                .body("conflict.message", containsString("It is a part of backup " + both));

        trove.delete("backups/" + both).statusCode(202);

        trove.gone("backups/" + both);
        trove.api().as().get("/database/v1/backups").then().body("backups.id", contains(single));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    , "parent_id": "x"                              | There are no incremental backups
                    , "incremental": 1                              | There are no incremental backups
                    , "swift_container": "mine"                     | The operators have decided where
                    , "restore_from": {"remote_location": "http:x"} | Only backups that were made here
                    """)
    void whatItCannotBeIsRefused(String more, String why) {
        trove.post("backups", "{\"backup\": {\"name\": \"x\", \"instance\": \"y\"%s}}".formatted(more))
                .statusCode(422)
                .body("unprocessableEntity.message", containsString(why));
    }

    @Test
    void thereIsNoneOfNothing() {
        var instance = trove.instance("mariadb", "");

        trove.post("backups", "{\"backup\": {\"name\": \"x\", \"instance\": \"%s\"}}".formatted(id(instance)))
                .statusCode(422)
                .body("unprocessableEntity.message", containsString("has no databases"));
        trove.post("backups", "{\"backup\": {\"name\": \"x\"}}").statusCode(400);
        trove.post("backups", "{\"backup\": {\"name\": \"x\", \"instance\": \"none\"}}")
                .statusCode(404);
    }

    @Test
    void isNotRestoredOverWhatIsThereNorOnAServerOfAnotherKind() {
        var instance = instance("mariadb");
        var backup = backup(instance);
        var again = "{\"instance\": {\"name\": \"again\"%s, \"restorePoint\": {\"backupRef\": \"" + backup + "\"}}}";

        trove.post("instances", again.formatted(", \"datastore\": {\"type\": \"postgresql\"}"))
                .statusCode(422)
                .body("unprocessableEntity.message", containsString("of another datastore than the backup"));
        trove.post("instances", again.formatted(", \"datastore\": {\"version\": \"11.4\"}"))
                .statusCode(422)
                .body("unprocessableEntity.message", containsString("with an instance of this project already"));
        trove.get("instances").body("instances", hasSize(1));
        trove.get(instance + "/databases").body("databases.size()", greaterThanOrEqualTo(2));
    }
}
