package org.cumulet.events;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Makes topics one after the other in the background, each until it is there.
@Singleton
class KafkaTopics implements Topics {

    private static final Logger LOG = Logger.getLogger(KafkaTopics.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Map<String, Object> broker;
    private final BlockingQueue<NewTopic> wanted = new LinkedBlockingQueue<>();
    private @Nullable Thread maker;

    KafkaTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    @Override
    public synchronized void ensure(String name, int partitions, boolean compacted) {
        var policy = compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE;
        wanted.add(new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, policy)));
        if (maker == null) {
            maker = Thread.ofVirtual().name("topics").start(this::make);
        }
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (maker != null) {
            maker.interrupt();
        }
    }

    private void make() {
        try (var admin = Admin.create(settings())) {
            for (var topic = wanted.poll(); topic != null; topic = next()) {
                make(admin, topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable NewTopic next() {
        var topic = wanted.poll();
        if (topic == null) {
            maker = null;
        }
        return topic;
    }

    private static void make(Admin admin, NewTopic topic) throws InterruptedException {
        while (true) {
            try {
                admin.createTopics(List.of(topic)).all().get();
                LOG.debugf("Made topic %s", topic.name());
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicExistsException) {
                    return;
                }
                LOG.debugf("Topic %s waits: %s", topic.name(), e.getMessage());
                Thread.sleep(RETRY);
            }
        }
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "cumulet-topics");
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        return settings;
    }
}
