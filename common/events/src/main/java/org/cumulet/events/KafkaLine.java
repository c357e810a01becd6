package org.cumulet.events;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The one line to Kafka that all relays of a process share.
///
/// Records are never given up one by one: a line that does not carry them is hung up as a whole and a new one taken,
/// so that what arrived is always a beginning of what was sent and the order per key holds.
@Singleton
class KafkaLine {

    private final Map<String, Object> broker;
    private @Nullable Producer<String, String> producer;

    KafkaLine(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    synchronized Producer<String, String> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    /// Hangs up, unless somebody else did so already.
    void hangUp(Producer<String, String> broken) {
        synchronized (this) {
            if (producer == broken) {
                producer = null;
            }
        }
        broken.close(Duration.ZERO);
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "cumulet-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        return settings;
    }
}
