package org.cumulet.events;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened, told to whoever listens: past tense, ids and facts, no entities, no secrets.
///
/// A feature declares a sealed interface that extends this one and a record per event; the record's components
/// are the JSON payload.
public interface DomainEvent {

    /// The resource this is about; the key on Kafka, so that its events stay in order.
    String subject();

    /// Where it is told: `compute.server`.
    String topic();

    /// What happened: `org.cumulet.compute.server.launched`, from the topic and the record's name.
    default String type() {
        return "org.cumulet." + topic() + "."
                + SnakeCaseStrategy.INSTANCE.translate(getClass().getSimpleName());
    }

    /// Whose resource it is; null where it belongs to the cloud itself.
    @Nullable
    String project();

    Instant at();
}
