package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void nobodyGoesBeforeATurnEnds() {
        var turns = new Turns(1, Duration.ofMinutes(1));
        var through = new AtomicInteger();
        var first = turns.take();
        var waiting = Thread.startVirtualThread(() -> {
            try (var _ = turns.take()) {
                through.incrementAndGet();
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        assertThat(through).hasValue(0);

        first.close();

        await().until(() -> through.get() == 1);
    }

    @Test
    void whoeverTakesLongHoldsUpNobody() {
        var turns = new Turns(1, Duration.ofMillis(1));
        var first = turns.take();

        try (var _ = turns.take()) {
            first.close();
        }
    }
}
