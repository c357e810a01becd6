package org.cumulet.database.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class SchedulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AgroalDataSource rows;
    private final Api api = Api.somebody();
    private final String name = Api.fresh("nightly");

    SchedulesTest(@DataSource("database") AgroalDataSource rows) {
        this.rows = rows;
    }

    @BeforeEach
    void database() {
        Api.servers();
        api.declare(name, "\"engine\":\"mariadb\"").statusCode(200);
    }

    private ValidatableResponse schedule(String body) {
        return api.as()
                .body("{\"schedule\":{%s}}".formatted(body))
                .put("/database/v1/databases/" + name + "/schedule")
                .then();
    }

    /// The hour has come: nobody waits for it here.
    private void turnTheClock() throws SQLException {
        try (var connection = rows.getConnection()) {
            Api.run(
                    connection,
                    "update database_backup_schedule set next_at = now() - interval '1 minute' where database_id ="
                            + " (select id from database_record where name = '%s')".formatted(name));
        }
    }

    private ValidatableResponse backups() {
        return api.as().get("/database/v1/backups?database=" + name).then().statusCode(200);
    }

    private String untilNewest(String other) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> backups()
                        .body("backups[0].id", not(equalTo(other)))
                        .body("backups[0].kind", equalTo("scheduled"))
                        .body("backups[0].state", equalTo("complete")));
        return backups().extract().path("backups[0].id");
    }

    @Test
    void makesABackupWhenItsHourHasComeAndKeepsSoMany() throws SQLException {
        schedule("\"cron\":\"0 3 1 1 *\",\"keep_count\":2")
                .statusCode(200)
                .body("schedule.next_at", containsString("-01-01T03:00:00"));
        turnTheClock();
        var first = untilNewest("");
        turnTheClock();
        var second = untilNewest(first);
        turnTheClock();
        var third = untilNewest(second);

        await().atMost(PATIENCE).untilAsserted(() -> backups().body("backups.id", equalTo(List.of(third, second))));
        api.as()
                .get("/database/v1/databases/" + name + "/schedule")
                .then()
                .body("schedule.next_at", containsString("-01-01T03"));
    }

    @Test
    void keepsTheNewestHoweverOldItIs() throws SQLException {
        schedule("\"cron\":\"0 3 1 1 *\",\"keep_days\":30").statusCode(200);
        turnTheClock();
        var first = untilNewest("");
        backups().body("backups[0].expires_at", notNullValue());
        try (var connection = rows.getConnection()) {
            Api.run(
                    connection,
                    "update database_backup set expires = now() - interval '1 day' where id = '%s'".formatted(first));
        }
        turnTheClock();
        var second = untilNewest(first);

        await().atMost(PATIENCE).untilAsserted(() -> backups().body("backups.id", equalTo(List.of(second))));
    }

    @Test
    void endsWithItsDatabase() {
        schedule("\"cron\":\"*/5 * * * *\"").statusCode(200);
        api.deleteAndWait(name);
        api.as().get("/database/v1/databases/" + name + "/schedule").then().statusCode(404);
        backups().body("backups", hasSize(1)).body("backups[0].kind", equalTo("last"));
    }

    @Test
    void isGoneWhenItIsDeleted() {
        schedule("\"cron\":\"*/5 * * * *\"").statusCode(200);
        api.as().delete("/database/v1/databases/" + name + "/schedule").then().statusCode(204);
        api.as().get("/database/v1/databases/" + name + "/schedule").then().statusCode(404);
    }

    @Nested
    class ATime {

        @ParameterizedTest
        @CsvSource({
            "30 2 * * *, 2026-03-09T02:30:00Z",
            "*/15 * * * *, 2026-03-08T20:30:00Z",
            "0 4 * * 0, 2026-03-15T04:00:00Z",
            "0 0 29 2 *, 2028-02-29T00:00:00Z"
        })
        void isReadAsCrontabReadsIt(String cron, Instant next) {
            assertThat(Hours.of(cron).after(Instant.parse("2026-03-08T20:19:41Z")))
                    .contains(next);
        }

        @ParameterizedTest
        @ValueSource(strings = {"every day", "61 * * * *", "* * * *", "0 0 0 * * *", "@reboot me", "* * * * * ; rm"})
        void thatIsNoneIsRefused(String cron) {
            assertThatThrownBy(() -> Hours.of(cron)).isInstanceOf(Fault.BadRequest.class);
        }

        @Test
        void thatNeverComesIsRefused() {
            schedule("\"cron\":\"0 0 31 2 *\"").statusCode(400);
        }
    }
}
