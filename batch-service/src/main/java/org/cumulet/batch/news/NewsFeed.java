package org.cumulet.batch.news;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cumulet.saga.Regularly;
import org.jboss.logging.Logger;

/// Hears everything that is told on the topics of the catalog. What could not be kept is heard again.
@Singleton
class NewsFeed {

    private static final Logger LOG = Logger.getLogger(NewsFeed.class);
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final NewsService news;
    private final Catalog catalog;
    private final NewsJson json;
    private final Map<String, Object> broker;
    private final Regularly hearing = new Regularly("batch-news", GLANCE, this::hear);
    private final Regularly trimming = new Regularly("batch-news-trimming", Duration.ofMinutes(10), this::trim);

    NewsFeed(
            NewsService news,
            Catalog catalog,
            NewsJson json,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.news = news;
        this.catalog = catalog;
        this.json = json;
        this.broker = broker;
    }

    void start(@Observes StartupEvent started) {
        hearing.start();
        trimming.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        hearing.stop();
        trimming.stop();
    }

    private void hear() {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(catalog.topics());
            hear(consumer);
        }
        Thread.currentThread().interrupt();
    }

    /// Until the process ends.
    private void hear(KafkaConsumer<String, String> consumer) {
        try {
            while (true) {
                var records = consumer.poll(GLANCE);
                if (!records.isEmpty()) {
                    keep(records);
                    consumer.commitSync();
                }
            }
        } catch (InterruptException e) {
            Thread.interrupted(); // so that it can still leave its group
        }
    }

    private void keep(ConsumerRecords<String, String> records) {
        news.keep(StreamSupport.stream(records.spliterator(), false)
                .map(this::read)
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<News> read(ConsumerRecord<String, String> record) {
        var told = News.of(record).filter(news -> json.isJson(news.data()));
        if (told.isEmpty()) {
            LOG.warnf(
                    "What is at %s-%d@%d is not an event and is left out",
                    record.topic(), record.partition(), record.offset());
        }
        return told;
    }

    private void trim() {
        boolean more;
        do {
            more = news.trim();
        } while (more);
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(broker);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "cumulet-batch-news");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "batch-news");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        return settings;
    }
}
