package org.cumulet.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.cumulet.events.ThingEvent.GoneForGood;
import org.cumulet.events.ThingEvent.Made;
import org.junit.jupiter.api.Test;

/// What an event says of itself.
class DomainEventTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");

    @Test
    void isNamedForItsTopicAndWhatHappened() {
        assertThat(new Made("a", "p", 1, NOW).type()).isEqualTo("org.cumulet.first.thing.made");
        assertThat(new GoneForGood("a", "p", NOW).type()).isEqualTo("org.cumulet.first.thing.gone_for_good");
    }

    @Test
    void isWrittenInSnakeCaseWithTimesAsText() {
        assertThat(OutboxRecord.news(new Made("a", null, 1, NOW)).payload())
                .isEqualTo(
                        "{\"name\":\"a\",\"project\":null,\"version_number\":1,\"at\":\"2026-01-02T03:04:05.123456Z\"}");
    }

    @Test
    void isRefusedWhenItIsLargerThanIdsAndFactsCanBe() {
        var chatter = new Made("a".repeat(600_000), "p", 1, NOW);
        assertThatThrownBy(() -> OutboxRecord.news(chatter)).hasMessageContaining("too large for first.thing");
    }
}
