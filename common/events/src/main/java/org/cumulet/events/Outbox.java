package org.cumulet.events;

import java.util.Collection;
import java.util.List;

/// What leaves a service leaves with the transaction that made it, or not at all.
///
/// Every method joins the running transaction and refuses to run without one.
public interface Outbox {

    /// The service whose outbox this is.
    String service();

    void publish(DomainEvent event);

    default void publish(Collection<? extends DomainEvent> events) {
        events.forEach(this::publish);
    }

    /// Work to do: a record that carries an id and nothing else, since whoever takes it re-reads the row.
    default void command(String topic, String key) {
        command(topic, List.of(key));
    }

    void command(String topic, Collection<String> keys);
}
