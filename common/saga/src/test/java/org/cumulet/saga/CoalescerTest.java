package org.cumulet.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.cumulet.saga.Coalescer.Outcome;
import org.junit.jupiter.api.Test;

/// One call for many.
class CoalescerTest {

    private final List<Integer> calls = new CopyOnWriteArrayList<>();
    private final Semaphore gate = new Semaphore(0);

    private Coalescer<Integer, String> coalescer(int most) {
        return new Coalescer<>(
                questions -> {
                    calls.add(questions.size());
                    gate.acquire();
                    return questions.stream().map(CoalescerTest::answer).toList();
                },
                most,
                Duration.ofSeconds(10));
    }

    private static Outcome<String> answer(int question) {
        return question == 13
                ? new Outcome.Refusal<>(new StepFailed("no luck"))
                : new Outcome.Answer<>("answer " + question);
    }

    private List<Future<String>> askAll(Coalescer<Integer, String> coalescer, int many) {
        var all = Executors.newVirtualThreadPerTaskExecutor();
        var asked = new CountDownLatch(many);
        var answers = IntStream.range(0, many)
                .mapToObj(i -> all.submit(() -> {
                    asked.countDown();
                    return coalescer.ask(i);
                }))
                .toList();
        await().until(() -> asked.getCount() == 0);
        gate.release(many);
        all.close();
        return answers;
    }

    @Test
    void aFewCallsAnswerMany() throws Exception {
        var answers = askAll(coalescer(1000), 200);

        for (int i = 0; i < 200; i++) {
            if (i != 13) {
                assertThat(answers.get(i).get()).isEqualTo("answer " + i);
            }
        }
        assertThat(calls).hasSizeLessThan(20);
        assertThat(calls.stream().mapToInt(i -> i).sum()).isEqualTo(200);
    }

    @Test
    void oneRefusalIsNobodyElsesBusiness() {
        var answers = askAll(coalescer(1000), 20);

        assertThat(answers.get(13).state()).isEqualTo(Future.State.FAILED);
        assertThat(answers.get(13).exceptionNow()).hasMessage("no luck");
        assertThat(answers.get(14).resultNow()).isEqualTo("answer 14");
    }

    @Test
    void noCallCarriesMoreThanItMay() {
        askAll(coalescer(10), 95);

        assertThat(calls).allMatch(size -> size <= 10);
    }

    @Test
    void aCallThatFailsFailsForAllItCarried() {
        var broken = new Coalescer<Integer, String>(
                _ -> {
                    throw new Retry("down");
                },
                10,
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> broken.ask(1)).hasMessage("down");
        assertThatThrownBy(() -> broken.ask(2)).hasMessage("down");
    }

    @Test
    void whoIsInterruptedLeavesOnlyWhenTheCallIsOver() throws Exception {
        var coalescer = coalescer(10);
        var asking = Thread.ofVirtual().start(() -> {
            try {
                coalescer.ask(1);
            } catch (InterruptedException e) {
                calls.add(-1);
            }
        });
        await().until(() -> calls.contains(1));

        asking.interrupt();

        assertThat(asking.join(Duration.ofMillis(100))).isFalse();
        gate.release();
        assertThat(asking.join(Duration.ofSeconds(5))).isTrue();
        assertThat(calls).containsExactly(1, -1);
    }

    @Test
    void nobodyWaitsLongerThanPromised() {
        var deaf = new Coalescer<Integer, String>(
                _ -> {
                    gate.acquire();
                    return List.of();
                },
                10,
                Duration.ofMillis(50));

        assertThatThrownBy(() -> deaf.ask(1)).hasMessageContaining("No answer in time");
    }
}
