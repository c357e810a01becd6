package org.cumulet.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What these tests tell each other.
sealed interface ThingEvent extends DomainEvent {

    String name();

    record Made(String name, @Nullable String project, int versionNumber, Instant at) implements ThingEvent {}

    record GoneForGood(String name, @Nullable String project, Instant at) implements ThingEvent {}

    @Override
    default String subject() {
        return name();
    }

    @Override
    default String topic() {
        return "first.thing";
    }
}
