package org.cumulet.inventory.drift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about hosts that change behind our back.
sealed interface DriftEvent extends DomainEvent {

    UUID host();

    /// @param steps that do not hold any more; none where all is as declared again
    record DriftChanged(UUID host, String name, List<String> steps, Instant at) implements DriftEvent {}

    @Override
    default String topic() {
        return "inventory.host";
    }

    @Override
    default String subject() {
        return host().toString();
    }

    @Override
    default @Nullable String project() {
        return null;
    }
}
