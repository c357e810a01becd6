package org.cumulet.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.embedded.Life.alive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

    @TempDir
    Path folder;

    @Test
    void bringsTheServersDownWhenWeAreKilled() throws Exception {
        try (var life = Life.in(folder)) {
            assertThat(alive(life.postgres())).isTrue();
            assertThat(alive(life.kafka())).isTrue();

            life.kill();

            await().atMost(Duration.ofSeconds(20)).until(() -> !alive(life.postgres()) && !alive(life.kafka()));
        }
    }

    @Test
    void isNotNeededToFindTheServersOfAnEarlierLifeAndStopThem() throws Exception {
        try (var life = Life.in(folder)) {
            life.leashes().forEach(ProcessHandle::destroyForcibly);
            life.kill();
            assertThat(alive(life.postgres())).isTrue();
            assertThat(alive(life.kafka())).isTrue();

            try (var next = Life.in(folder)) {
                await().until(() -> !alive(life.postgres()) && !alive(life.kafka()));
                assertThat(alive(next.postgres())).isTrue();
                assertThat(alive(next.kafka())).isTrue();
            }
        }
    }

    @Test
    void letsGoOfAServerThatDoesNotListen() {
        var deaf = folder.resolve("deaf");
        var leash = Leash.on(
                List.of("sh", "-c", "trap '' TERM; : > '%s'; while :; do sleep 1; done".formatted(deaf)),
                Leash.Stop.TERMINATE,
                folder.resolve("log"));
        await().until(() -> Files.exists(deaf));

        leash.letGo(Duration.ofMillis(300));

        assertThat(leash.ended()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(leash.child().isAlive()).isFalse();
    }
}
