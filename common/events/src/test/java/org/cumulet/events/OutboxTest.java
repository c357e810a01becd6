package org.cumulet.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cumulet.events.ThingEvent.Made;
import org.cumulet.testing.KafkaResource;
import org.cumulet.testing.PostgresResource;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What leaves a service leaves with its transaction, once or more, in order.
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value = "first,second"))
@WithTestResource(KafkaResource.class)
class OutboxTest {

    @Inject
    @Service("first")
    Outbox outbox;

    @Inject
    @Service("second")
    Outbox other;

    @Inject
    @Service("first")
    ConsumedEvents consumed;

    @Inject
    @DataSource("first")
    AgroalDataSource database;

    @Inject
    KafkaPost kafka;

    @Inject
    Listener listener;

    private final String thing = UUID.randomUUID().toString();

    private Made made(int version) {
        return new Made(thing, "demo", version, Instant.now());
    }

    private record Version(int versionNumber) {}

    private List<Integer> versionsHeard() {
        return listener.heardOf(thing).stream()
                .map(event -> event.as(Version.class).versionNumber())
                .toList();
    }

    @Nested
    class AnEvent {

        @Test
        void arrivesAsACloudEvent() {
            QuarkusTransaction.requiringNew().run(() -> {
                MDC.put("request_id", "req-1");
                outbox.publish(made(1));
                MDC.remove("request_id");
            });

            await().untilAsserted(() -> assertThat(listener.recordsOf(thing)).hasSize(1));
            var record = listener.recordsOf(thing).getFirst();
            assertThat(record.headers())
                    .extracting(header -> header.key())
                    .containsExactlyInAnyOrder(
                            "ce_specversion",
                            "ce_id",
                            "ce_source",
                            "ce_type",
                            "ce_subject",
                            "ce_time",
                            "ce_project",
                            "ce_requestid",
                            "content-type");
            var event = HeardEvent.of(record);
            assertThat(event.type()).isEqualTo("org.cumulet.first.thing.made");
            assertThat(event.subject()).isEqualTo(thing);
            assertThat(event.project()).isEqualTo("demo");
            assertThat(event.requestId()).isEqualTo("req-1");
            assertThat(new String(record.headers().lastHeader("ce_source").value(), UTF_8))
                    .isEqualTo("/first");
        }

        @Test
        void needsATransaction() {
            assertThatThrownBy(() -> outbox.publish(made(1))).hasMessageContaining("needs a running transaction");
        }

        @Test
        void ofATransactionThatIsRolledBackIsNeverTold() {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                outbox.publish(made(1));
                throw new IllegalStateException("no");
            }));

            QuarkusTransaction.requiringNew().run(() -> outbox.publish(made(2)));

            await().untilAsserted(() -> assertThat(versionsHeard()).containsExactly(2));
        }

        @Test
        void isTakenOutOfTheOutboxOnceKafkaHasIt() {
            QuarkusTransaction.requiringNew().run(() -> outbox.publish(made(1)));

            await().untilAsserted(() -> assertThat(waiting()).isZero());
        }
    }

    @Nested
    class ManyEvents {

        @Test
        void ofOneThingKeepTheOrderInWhichTheyWereCommitted() throws Exception {
            insertThing();
            try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
                var changes = IntStream.range(0, 60)
                        .mapToObj(change -> CompletableFuture.runAsync(OutboxTest.this::changeThing, all))
                        .toArray(CompletableFuture<?>[]::new);
                CompletableFuture.allOf(changes).get();
            }

            await().untilAsserted(() -> assertThat(versionsHeard())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 60).boxed().toList()));
        }

        @Test
        void ofTwoServicesInOneProcessAllArrive() {
            QuarkusTransaction.requiringNew().run(() -> outbox.publish(made(1)));
            QuarkusTransaction.requiringNew().run(() -> other.publish(made(2)));

            await().untilAsserted(() -> assertThat(versionsHeard()).containsExactlyInAnyOrder(1, 2));
            assertThat(listener.recordsOf(thing))
                    .extracting(record ->
                            new String(record.headers().lastHeader("ce_source").value(), UTF_8))
                    .containsExactlyInAnyOrder("/first", "/second");
        }
    }

    @Nested
    class ACommand {

        @Test
        void carriesAnIdAndNothingElse() {
            QuarkusTransaction.requiringNew().run(() -> outbox.command("first.thing", thing));

            await().untilAsserted(() -> assertThat(listener.recordsOf(thing)).hasSize(1));
            var record = listener.recordsOf(thing).getFirst();
            assertThat(record.value()).isEqualTo(thing);
            assertThat(record.headers()).isEmpty();
        }
    }

    @Nested
    class ARelay {

        @Test
        void thatDiesBetweenSendingAndDeletingSendsAgainWithTheSameId() throws Exception {
            var deaths = new AtomicInteger();
            Post mortal = (source, records) -> {
                kafka.deliver(source, records);
                if (!records.isEmpty() && deaths.getAndIncrement() == 0) {
                    throw new IllegalStateException("died");
                }
            };
            var relay = new Relay((TransactionalOutbox) other, mortal);
            hold(() -> QuarkusTransaction.requiringNew().run(() -> other.publish(made(1))), relay);

            await().untilAsserted(() -> assertThat(listener.heardOf(thing)).hasSize(2));
            assertThat(listener.heardOf(thing))
                    .extracting(HeardEvent::id)
                    .containsOnly(listener.heardOf(thing).getFirst().id());
        }

        /// Gives this relay the turn: it looks before the one that runs does.
        private void hold(Runnable change, Relay relay) throws InterruptedException {
            relay.start();
            change.run();
            await().until(() -> waitingOfOther() == 0);
            relay.stop();
        }
    }

    @Nested
    class AnEventHeardTwice {

        @Test
        void isHandledOnce() {
            var handled = new AtomicInteger();

            for (int i = 0; i < 2; i++) {
                QuarkusTransaction.requiringNew().run(() -> consumed.once("tests", thing, handled::incrementAndGet));
            }

            assertThat(handled).hasValue(1);
        }

        @Test
        void isHandledAgainWhenHandlingItFailed() {
            var handled = new AtomicInteger();
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                    .run(() -> consumed.once("tests", thing, () -> {
                        throw new IllegalStateException("not now");
                    })));

            QuarkusTransaction.requiringNew().run(() -> consumed.once("tests", thing, handled::incrementAndGet));

            assertThat(handled).hasValue(1);
        }

        @Test
        void needsATransaction() {
            assertThatThrownBy(() -> consumed.once("tests", thing, () -> {}))
                    .hasMessageContaining("needs a running transaction");
        }
    }

    private void insertThing() {
        QuarkusTransaction.requiringNew().run(() -> update("insert into thing values (?, 0)"));
    }

    private void changeThing() {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publish(
                        made(update("update thing set version = version + 1 where name = ? returning version"))));
    }

    private int update(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, thing);
            if (!statement.execute()) {
                return 0;
            }
            var row = statement.getResultSet();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waiting() throws SQLException {
        return waiting(database);
    }

    private int waitingOfOther() throws SQLException {
        return waiting(((TransactionalOutbox) other).database());
    }

    private static int waiting(AgroalDataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from outbox")) {
            row.next();
            return row.getInt(1);
        }
    }
}
