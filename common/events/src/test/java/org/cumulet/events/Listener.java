package org.cumulet.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Remembers all it hears.
@ApplicationScoped
class Listener {

    private final List<ConsumerRecord<String, String>> records = new CopyOnWriteArrayList<>();

    @Incoming("news")
    void hear(ConsumerRecord<String, String> record) {
        records.add(record);
    }

    List<HeardEvent> heardOf(String subject) {
        return recordsOf(subject).stream().map(HeardEvent::of).toList();
    }

    List<ConsumerRecord<String, String>> recordsOf(String key) {
        return records.stream().filter(record -> record.key().equals(key)).toList();
    }
}
