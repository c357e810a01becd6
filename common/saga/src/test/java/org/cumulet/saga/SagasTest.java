package org.cumulet.saga;

import static java.time.Duration.ofSeconds;
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
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cumulet.events.Service;
import org.cumulet.saga.Sagas.Beginning;
import org.cumulet.testing.KafkaResource;
import org.cumulet.testing.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Workflows that come to their end, whatever happens on the way.
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "services", value = "first"))
@WithTestResource(KafkaResource.class)
class SagasTest {

    @Inject
    @Service("first")
    Sagas sagas;

    @Inject
    @DataSource("first")
    AgroalDataSource database;

    @Inject
    World world;

    @Inject
    @Service("first")
    Travel travel;

    private final String anna = "anna-" + UUID.randomUUID();
    private Sql sql;
    private Ledger ledger;

    @BeforeEach
    void openTheLedger() {
        sql = new Sql(database);
        ledger = new Ledger(sql);
    }

    private UUID begin() {
        return begin(Travel.class);
    }

    private UUID begin(Class<? extends Workflow<Trip>> workflow) {
        return QuarkusTransaction.requiringNew().call(() -> sagas.begin(workflow, anna, Trip.of(anna)));
    }

    private void abort() {
        QuarkusTransaction.requiringNew().run(() -> sagas.abort(anna, "not needed any more"));
    }

    private void ends(UUID saga, String state) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(stateOf(saga)).isEqualTo(state));
    }

    private String stateOf(UUID saga) {
        return read("select state || case when ended is null then '' else '.' end from saga where id = ?", saga);
    }

    private String read(String query, UUID saga) {
        return sql.with(query, select -> {
            try (var row = Sql.set(select, saga).executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "nothing";
            }
        });
    }

    @Nested
    class AWorkflow {

        @Test
        void goesThroughItsStepsAndKeepsWhatItKnows() {
            var saga = begin();

            ends(saga, "done.");
            assertThat(world.logOf(anna)).containsExactly("pack", "drive", "take a picture", "arrive");
            assertThat(read("select data->'done'->>3 from saga where id = ?", saga))
                    .isEqualTo("arrive");
        }

        @Test
        void needsATransactionToBegin() {
            assertThatThrownBy(() -> sagas.begin(Travel.class, anna, Trip.of(anna)))
                    .hasMessageContaining("need a running transaction");
        }

        @Test
        void ofATransactionThatIsRolledBackNeverBegins() {
            var begun = new UUID[1];
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                begun[0] = sagas.begin(Travel.class, anna, Trip.of(anna));
                throw new IllegalStateException("no");
            }));

            assertThat(stateOf(begun[0])).isEqualTo("nothing");
        }

        @Test
        void isFoundEvenIfItsMessageIsLost() {
            var saga = QuarkusTransaction.requiringNew()
                    .call(() -> ledger.begin(travel.story(), List.of(new Beginning<>(anna, Trip.of(anna)))))
                    .getFirst();

            ends(saga, "done.");
        }

        @Test
        void ofManyIsBegunWithAllOthersAtOnce() {
            var beginnings = IntStream.range(0, 200)
                    .mapToObj(i -> new Beginning<>(anna + i, Trip.of(anna + i)))
                    .toList();

            var begun = QuarkusTransaction.requiringNew().call(() -> sagas.begin(Travel.class, beginnings));

            assertThat(begun).hasSize(200).doesNotHaveDuplicates();
            await().atMost(ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(begun).allMatch(saga -> stateOf(saga).equals("done.")));
        }

        @Test
        void waitsForTheEarlierOnesOfItsSubject() throws Exception {
            var gate = new CountDownLatch(1);
            world.happens(anna, "drive", _ -> gate.await());
            var first = begin();
            var second = begin(Return.class);
            await().until(() -> world.logOf(anna).contains("drive"));
            sagas.heard(second.toString());

            assertThat(world.logOf(anna)).doesNotContain("go home");
            gate.countDown();
            ends(first, "done.");
            ends(second, "done.");
            assertThat(world.logOf(anna)).endsWith("arrive", "go home");
        }

        @Test
        void isNotDisturbedByForgedMessages() {
            sagas.heard("not an id");
            sagas.heard(UUID.randomUUID().toString());

            ends(begin(), "done.");
        }
    }

    @Nested
    class AStepThatFails {

        @Test
        void isTriedAgainWhenTheTroubleMayPass() {
            world.happens(anna, "drive", attempt -> {
                if (attempt < 3) {
                    throw new IOException("a jam");
                }
            });

            ends(begin(), "done.");
            assertThat(world.logOf(anna))
                    .containsExactly("pack", "drive", "drive", "drive", "take a picture", "arrive");
        }

        @Test
        void forGoodTakesAllBackInReverseAndSaysWhy() {
            world.happens(anna, "arrive", _ -> {
                throw new StepFailed("No such place", "the map of 1970");
            });

            var saga = begin();

            ends(saga, "failed.");
            assertThat(world.logOf(anna))
                    .containsExactly(
                            "pack",
                            "drive",
                            "take a picture",
                            "arrive",
                            "leave",
                            "drive back",
                            "unpack",
                            "stay: No such place");
            assertThat(read("select failure->>'details' from saga where id = ?", saga))
                    .isEqualTo("the map of 1970");
        }

        @Test
        void doesNotTellCallersWhatOnlyOperatorsShouldKnow() {
            world.happens(anna, "drive", _ -> {
                throw new IllegalStateException("jdbc:postgresql://secret");
            });

            var saga = begin();

            ends(saga, "failed.");
            assertThat(world.logOf(anna)).endsWith("stay: Could not drive");
            assertThat(read("select failure->>'details' from saga where id = ?", saga))
                    .contains("secret");
        }

        @Test
        void isPassedOverWhereTheStoryCanDoWithoutIt() {
            world.happens(anna, "take a picture", _ -> {
                throw new StepFailed("No film");
            });

            ends(begin(), "done.");
            assertThat(world.logOf(anna)).endsWith("take a picture", "arrive");
        }

        @Test
        void isTriedUntilItSucceedsInAStubbornStory() {
            world.happens(anna, "go home", attempt -> {
                if (attempt < 3) {
                    throw new StepFailed("No key");
                }
            });

            ends(begin(Return.class), "done.");
            assertThat(world.logOf(anna)).containsExactly("go home", "go home", "go home");
        }

        @Test
        void leavesTheWayBackThatFailsToBeTriedAgain() {
            world.happens(anna, "drive", _ -> {
                throw new StepFailed("No fuel");
            });
            world.happens(anna, "unpack", attempt -> {
                if (attempt == 1) {
                    throw new IllegalStateException("stuck");
                }
            });

            ends(begin(), "failed.");
            assertThat(world.logOf(anna))
                    .containsExactly("pack", "drive", "drive back", "unpack", "unpack", "stay: No fuel");
        }

        @Test
        void endsWhenItsTimeIsUp() {
            world.happens(anna, "run", _ -> Thread.sleep(Duration.ofMinutes(1)));

            var saga = begin(Hurry.class);

            ends(saga, "failed.");
            assertThat(world.logOf(anna)).containsExactly("run", "rest", "stay: Could not run in time");
        }
    }

    @Nested
    class AnAbortedWorkflow {

        @Test
        void isTakenBackFromTheMiddleOfAStep() {
            world.happens(anna, "drive", _ -> Thread.sleep(Duration.ofMinutes(1)));
            var saga = begin();
            await().until(() -> world.logOf(anna).contains("drive"));

            abort();

            ends(saga, "failed.");
            assertThat(world.logOf(anna))
                    .containsExactly("pack", "drive", "drive back", "unpack", "stay: not needed any more");
        }

        @Test
        void isFollowedByWhatWasBegunAfterIt() {
            world.happens(anna, "drive", _ -> Thread.sleep(Duration.ofMinutes(1)));
            begin();
            await().until(() -> world.logOf(anna).contains("drive"));

            var after = QuarkusTransaction.requiringNew().call(() -> {
                sagas.abort(anna, "not needed any more");
                return sagas.begin(Return.class, anna, Trip.of(anna));
            });

            ends(after, "done.");
            assertThat(world.logOf(anna)).endsWith("stay: not needed any more", "go home");
        }

        @Test
        void isNeverOneThatDoesNotGiveUp() {
            var gate = new CountDownLatch(1);
            world.happens(anna, "go home", _ -> gate.await());
            var saga = begin(Return.class);
            await().until(() -> world.logOf(anna).contains("go home"));
            assertThat(sagas.isUnderWay(Return.class, anna)).isTrue();

            abort();
            gate.countDown();

            ends(saga, "done.");
            assertThat(sagas.isUnderWay(Return.class, anna)).isFalse();
        }

        @Test
        void goesOnWhenTheTransactionThatAbortsItIsRolledBack() {
            var gate = new CountDownLatch(1);
            world.happens(anna, "drive", _ -> gate.await());
            var saga = begin();
            await().until(() -> world.logOf(anna).contains("drive"));
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                sagas.abort(anna, "no");
                throw new IllegalStateException("no");
            }));

            gate.countDown();
            ends(saga, "done.");
        }
    }

    @Nested
    class AShare {

        private UUID waiting(String share, String name) {
            var subject = anna + name;
            return ledger.begin(travel.story(), List.of(new Beginning<>(subject, share + anna, Trip.of(subject))))
                    .getFirst();
        }

        /// Rolled back, so that nobody takes them.
        @Test
        void withALongQueueLetsTheOneOfAnotherGoFirst() {
            var leases = new Leases(sql, new Stories(() -> Map.of(Travel.class, travel.story())));
            QuarkusTransaction.begin();
            try {
                var running = waiting("many", "1");
                var second = waiting("many", "2");
                var third = waiting("many", "3");
                leases.take(running, "somebody").orElseThrow();
                var single = waiting("one", "4");

                var due = leases.due(Duration.ZERO, 1000);

                assertThat(due)
                        .filteredOn(List.of(running, second, third, single)::contains)
                        .containsExactly(single, second, third);
            } finally {
                QuarkusTransaction.rollback();
            }
        }
    }

    @Nested
    class ACrash {

        private final Map<Class<?>, Story<?>> tellers = Map.of(Travel.class, travel.story());

        private Leases leases() {
            return new Leases(sql, new Stories(() -> tellers));
        }

        private SagaRunner runner(String name) {
            return new SagaRunner(name, new Stories(() -> tellers), ledger, leases());
        }

        /// Without a message, and due only in a while, so that nobody else takes it.
        private UUID quietly() {
            var saga = ledger.begin(travel.story(), List.of(new Beginning<>(anna, Trip.of(anna))))
                    .getFirst();
            sql.update("update saga set due = now() + interval '1 hour' where id = ?", saga);
            return saga;
        }

        private void expire(UUID saga) {
            sql.update("update saga set lease_until = now() - interval '1 second' where id = ?", saga);
        }

        @Test
        void inTheMiddleOfAStepIsMadeGoodByWhoeverTakesOver() {
            var saga = quietly();
            var dead = leases().take(saga, "dead").orElseThrow();
            expire(saga);

            runner("alive").run(saga);

            assertThat(stateOf(saga)).isEqualTo("done.");
            assertThat(world.logOf(anna)).containsExactly("pack", "drive", "take a picture", "arrive");
            assertThatThrownBy(() -> ledger.save(dead, dead.progress().did(Trip.of(anna))))
                    .isInstanceOf(LeaseLost.class);
        }

        @Test
        void losesNoStepThatWasSaved() throws Exception {
            var saga = quietly();
            var dead = leases().take(saga, "dead").orElseThrow();
            ledger.save(dead, dead.progress().did(Trip.of(anna).and("pack")));
            expire(saga);

            runner("alive").run(saga);

            assertThat(world.logOf(anna)).containsExactly("drive", "take a picture", "arrive");
        }

        @Test
        void ofAProcessThatComesBackUnderItsNameFreesItsWorkAtOnce() {
            var saga = quietly();
            leases().take(saga, "here");

            leases().reclaim("here");
            runner("here").run(saga);

            assertThat(stateOf(saga)).isEqualTo("done.");
        }

        @Test
        void doesNotFreeWhatOthersAreAtWorkOn() {
            var saga = quietly();
            leases().take(saga, "other");

            leases().reclaim("here");
            runner("here").run(saga);

            assertThat(world.logOf(anna)).isEmpty();
        }

        @Test
        void isSuspectedByAProcessThatCannotSayThatItIsAlive() throws Exception {
            var saga = quietly();
            world.happens(anna, "drive", attempt -> {
                if (attempt == 1) {
                    Thread.sleep(Duration.ofMinutes(1));
                }
            });
            var slow = runner("slow");
            var telling = Thread.ofVirtual().start(() -> slow.run(saga));
            await().until(() -> world.logOf(anna).contains("drive"));
            expire(saga);
            var taken = leases().take(saga, "quick");

            slow.heartbeat();

            assertThat(telling.join(ofSeconds(5))).isTrue();
            assertThat(taken).isPresent();
            assertThat(world.logOf(anna)).containsExactly("pack", "drive");
        }

        @Test
        void orNotTwoRunnersAreNeverAtWorkOnTheSame() throws Exception {
            var saga = quietly();
            var inside = new AtomicInteger();
            var most = new AtomicInteger();
            for (var step : List.of("pack", "drive", "take a picture", "arrive")) {
                world.happens(anna, step, _ -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(20);
                    inside.decrementAndGet();
                });
            }
            try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    var runner = runner("runner-" + i);
                    all.submit(() -> runner.run(saga));
                }
            }

            assertThat(most).hasValue(1);
            assertThat(world.logOf(anna)).containsExactly("pack", "drive", "take a picture", "arrive");
        }
    }
}
