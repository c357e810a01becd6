package org.cumulet.database.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cumulet.database.Api;
import org.cumulet.database.DatabaseTest;
import org.cumulet.testing.contract.EventContract;
import org.cumulet.testing.contract.HeardEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
class SizeLimitsTest {

    private final Api api = Api.somebody();
    private final String name = Api.fresh("large");

    @BeforeEach
    void servers() {
        Api.servers();
    }

    @ParameterizedTest
    @CsvSource({"mariadb, 2", "postgresql, 12"})
    void whoOutgrowsItIsShownAndToldOnceAndMayGoOnWriting(String engine, int limit) throws Exception {
        var made = api.declare(name, "\"engine\":\"%s\",\"size_limit_mb\":%d".formatted(engine, limit))
                .statusCode(200)
                .body("database.over_size", is(false))
                .extract();
        var id = made.<String>path("database.id");
        var url = made.<String>path("database.users[0].connection.jdbc");
        Api.run(url, "create table much (noise text)");

        for (int megabyte = 0; megabyte <= limit; megabyte++) {
            Api.run(url, "insert into much values " + noise());
        }

        becomes(true);
        Api.run(url, "insert into much values ('more')");
        Api.run(url, "drop table much");
        becomes(false);
        try (var heard = HeardEvents.on("database.database")) {
            var told = heard.of(id, 4);
            assertThat(told.stream().map(event -> event.type().replace("org.cumulet.database.database.", "")))
                    .containsExactly("declared", "ready", "size_limit_exceeded", "size_limit_kept");
            for (var event : told) {
                assertThat(EventContract.of(event.type()).violations(event.payload()))
                        .as(event.payload())
                        .isEmpty();
            }
        }
    }

    @Test
    void aLimitThatIsRaisedIsKeptAgain() {
        api.declare(name, "\"engine\":\"postgresql\",\"size_limit_mb\":1").statusCode(200);
        becomes(true);

        api.declare(name, "\"engine\":\"postgresql\",\"size_limit_mb\":100").statusCode(200);

        becomes(false);
    }

    private void becomes(boolean over) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> api.show(name).body("database.over_size", is(over)));
    }

    /// A megabyte, in rows that no server makes smaller.
    private static String noise() {
        var random = new Random(1);
        return IntStream.range(0, 32)
                .mapToObj(_ -> random.ints(1 << 15, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining("", "('", "')")))
                .collect(Collectors.joining(","));
    }
}
