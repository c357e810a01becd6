package org.cumulet.gateway;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was found out a moment ago, so that many who ask cause one question.
final class Remembered<T> {

    private final Clock clock;
    private final Duration life;
    private @Nullable Future<T> answer;
    private Instant until = Instant.MIN;

    Remembered(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    synchronized Future<T> or(Supplier<Future<T>> question) {
        if (answer == null || answer.failed() || clock.instant().isAfter(until)) {
            until = clock.instant().plus(life);
            answer = question.get();
        }
        return answer;
    }
}
