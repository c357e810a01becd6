package org.cumulet.network.host;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final AtomicInteger runs = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore may = new Semaphore(0);

    private Integer work(String host) {
        var run = runs.incrementAndGet();
        begun.release();
        may.acquireUninterruptibly();
        if (host.equals("broken")) {
            throw new IllegalStateException("broken");
        }
        return run;
    }

    @Test
    void whoAsksDuringARunSharesTheNextOne() throws Exception {
        var lanes = new Lanes<>(10, this::work);
        var first = lanes.next("h");
        assertThat(begun.tryAcquire(5, SECONDS)).isTrue();
        var later = IntStream.range(0, 20).mapToObj(_ -> lanes.next("h")).toList();
        may.release(2);
        assertThat(first.get(5, SECONDS)).isEqualTo(1);
        for (var one : later) {
            assertThat(one.get(5, SECONDS)).isEqualTo(2);
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void hostsDoNotWaitForEachOther() throws Exception {
        var lanes = new Lanes<String>(10, host -> {
            if (host.equals("dead")) {
                may.acquireUninterruptibly();
            }
            return host;
        });
        var dead = lanes.next("dead");
        assertThat(lanes.next("alive").get(5, SECONDS)).isEqualTo("alive");
        assertThat(dead).isNotDone();
        may.release();
        assertThat(dead.get(5, SECONDS)).isEqualTo("dead");
    }

    @Test
    void notMoreThanSoManyAreWorkedOnAtOnce() throws Exception {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var gate = new CountDownLatch(1);
        var lanes = new Lanes<String>(3, host -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            awaitQuietly(gate);
            atOnce.decrementAndGet();
            return host;
        });
        var all = IntStream.range(0, 12).mapToObj(i -> lanes.next("h" + i)).toList();
        gate.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(5, SECONDS);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void aRunThatFailsIsFollowedByTheNext() throws Exception {
        var lanes = new Lanes<>(1, this::work);
        may.release(2);
        assertThat(lanes.next("broken")
                        .handle((_, problem) -> problem.getMessage())
                        .get(5, SECONDS))
                .isEqualTo("broken");
        assertThat(lanes.next("broken")
                        .handle((_, problem) -> problem.getMessage())
                        .get(5, SECONDS))
                .isEqualTo("broken");
    }

    @Test
    void nothingIsKeptOfHostsThatAreDone() throws Exception {
        var lanes = new Lanes<String>(2, host -> host);
        for (var host : List.of("a", "b", "a")) {
            assertThat(lanes.next(host).get(5, SECONDS)).isEqualTo(host);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
