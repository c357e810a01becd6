package org.cumulet.inventory.preparation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.cumulet.inventory.step.Change;
import org.cumulet.inventory.step.StepName;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about the preparation of a host.
sealed interface PreparationEvent extends DomainEvent {

    UUID host();

    /// @param changedSteps in which something was not as declared
    /// @param hostIs what it has left the host like
    record PreparationEnded(
            UUID host,
            String name,
            UUID preparation,
            String state,
            @Nullable String reason,
            String hostIs,
            List<String> changedSteps,
            Instant at)
            implements PreparationEvent {
        static PreparationEnded of(Preparation preparation, HostIs hostIs, Instant at) {
            return new PreparationEnded(
                    preparation.host(),
                    preparation.hostName(),
                    preparation.id(),
                    preparation.state().text(),
                    preparation.reason(),
                    hostIs.text(),
                    preparation.changes().stream()
                            .map(Change::step)
                            .distinct()
                            .map(StepName::text)
                            .toList(),
                    at);
        }
    }

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
