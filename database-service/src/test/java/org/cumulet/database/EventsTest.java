package org.cumulet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import org.cumulet.database.backup.BackupEvent;
import org.cumulet.database.database.DatabaseEvent;
import org.cumulet.database.install.InstallationEvent;
import org.cumulet.database.instance.InstanceEvent;
import org.cumulet.database.server.ServerEvent;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.junit.jupiter.api.Test;

@DatabaseTest
class EventsTest {

    private static final String OURS = "org.cumulet.database.";

    @Test
    void theLifeOfADatabaseIsToldInOrderWithoutItsSecrets() throws Exception {
        Api.servers();
        var api = Api.somebody();
        var name = Api.fresh("told");
        var declared =
                api.declare(name, "\"engine\":\"mariadb\"").statusCode(200).extract();
        var id = declared.<String>path("database.id");
        var password = declared.<String>path("database.users[0].connection.password");
        api.rotate(name, name, 0).statusCode(200);
        api.deleteAndWait(name);

        try (var heard = HeardEvents.on("database.database")) {
            var told = heard.of(id, 6);
            assertThat(told.stream().map(event -> event.type().replace(OURS + "database.", "")))
                    .containsExactly("declared", "ready", "declared", "credentials_rotated", "ready", "deleted");
            for (var event : told) {
                assertThat(EventContract.of(event.type()).violations(event.payload()))
                        .as(event.payload())
                        .isEmpty();
                assertThat(event.payload()).doesNotContain(password, "*", "SCRAM");
            }
        }
    }

    @Test
    void theLifeOfABackupIsToldWithoutWhatIsInItOrWhereItIs() throws Exception {
        Api.servers();
        var api = Api.somebody();
        var name = Api.fresh("told");
        api.declare(name, "\"engine\":\"mariadb\"").statusCode(200);
        var id = api.backup(name);
        var checksum =
                api.as().get("/database/v1/backups/" + id).then().extract().<String>path("backup.checksum");
        api.as().post("/database/v1/backups/" + id + "/verify").then().statusCode(202);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> api.as()
                        .get("/database/v1/backups/" + id)
                        .then()
                        .body("backup.verification", equalTo("verified")));
        api.as().delete("/database/v1/backups/" + id).then().statusCode(204);

        try (var heard = HeardEvents.on("database.backup")) {
            var told = heard.of(id, 4);
            assertThat(told.stream().map(event -> event.type().replace(OURS + "backup.", "")))
                    .containsExactly("requested", "completed", "verified", "deleted");
            for (var event : told) {
                assertThat(EventContract.of(event.type()).violations(event.payload()))
                        .as(event.payload())
                        .isEmpty();
                assertThat(event.payload()).doesNotContain(checksum);
            }
        }
    }

    @Test
    void everyPromiseIsOneOfOurs() {
        assertThat(EventContract.types().stream().filter(type -> type.startsWith(OURS)))
                .hasSize(DatabaseEvent.class.getPermittedSubclasses().length
                        + InstallationEvent.class.getPermittedSubclasses().length
                        + InstanceEvent.class.getPermittedSubclasses().length
                        + ServerEvent.class.getPermittedSubclasses().length
                        + BackupEvent.class.getPermittedSubclasses().length);
    }
}
