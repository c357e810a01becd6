package org.cumulet.saga;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// Makes one call for many: what is asked while a call is under way goes together into the next one.
///
/// Nobody waits for company: the first goes alone, the other 199 together.
public final class Coalescer<K, V> {

    /// Asks for many at once; answers one outcome per question, in their order.
    @FunctionalInterface
    public interface Bulk<K, V> {
        List<Outcome<V>> ask(List<K> questions) throws Exception;
    }

    /// What came of one question.
    public sealed interface Outcome<V> {
        record Answer<V>(V value) implements Outcome<V> {}

        record Refusal<V>(RuntimeException reason) implements Outcome<V> {}
    }

    private static final Logger LOG = Logger.getLogger(Coalescer.class);

    private record Asked<K, V>(K question, CompletableFuture<V> answer) {}

    private final Bulk<K, V> bulk;
    private final int most;
    private final Duration patience;
    private final Queue<Asked<K, V>> waiting = new ArrayDeque<>();
    private boolean calling;

    /// @param most how many questions one call may carry
    /// @param patience how long one question may wait for its answer
    public Coalescer(Bulk<K, V> bulk, int most, Duration patience) {
        this.bulk = bulk;
        this.most = most;
        this.patience = patience;
    }

    /// Whoever is interrupted while the question is on its way waits for the answer all the same: what is undone then
    /// has been done, and is not done a moment later.
    public V ask(K question) throws InterruptedException {
        var asked = new Asked<K, V>(question, new CompletableFuture<>());
        join(asked);
        try {
            return answer(asked);
        } catch (InterruptedException e) {
            if (!leave(asked)) {
                awaitAnswer(asked);
            }
            throw e;
        }
    }

    private V answer(Asked<K, V> asked) throws InterruptedException {
        try {
            return asked.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new Retry("No answer", e.getCause());
        } catch (TimeoutException e) {
            leave(asked);
            throw new Retry("No answer in time", e);
        }
    }

    private void awaitAnswer(Asked<K, V> asked) {
        try {
            asked.answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            LOG.debugf("Nobody waits for this any more: %s", e.getMessage());
        }
    }

    private synchronized void join(Asked<K, V> asked) {
        waiting.add(asked);
        if (!calling) {
            calling = true;
            Thread.ofVirtual().name("coalescer").start(this::callUntilNoneWaits);
        }
    }

    /// Whether the question was not on its way yet.
    private synchronized boolean leave(Asked<K, V> asked) {
        return waiting.remove(asked);
    }

    private void callUntilNoneWaits() {
        for (var together = next(); !together.isEmpty(); together = next()) {
            call(together);
        }
    }

    private synchronized List<Asked<K, V>> next() {
        var together = new ArrayList<Asked<K, V>>();
        while (together.size() < most && !waiting.isEmpty()) {
            together.add(waiting.remove());
        }
        calling = !together.isEmpty();
        return together;
    }

    private void call(List<Asked<K, V>> together) {
        try {
            var outcomes = bulk.ask(together.stream().map(Asked::question).toList());
            if (outcomes.size() != together.size()) {
                throw new IllegalStateException(
                        "%d answers to %d questions".formatted(outcomes.size(), together.size()));
            }
            for (int i = 0; i < together.size(); i++) {
                settle(together.get(i).answer, outcomes.get(i));
            }
        } catch (Exception | Error e) { // nobody may be left waiting
            together.forEach(asked -> asked.answer.completeExceptionally(e));
        }
    }

    private static <V> void settle(CompletableFuture<V> answer, Outcome<V> outcome) {
        switch (outcome) {
            case Outcome.Answer<V> given -> answer.complete(given.value());
            case Outcome.Refusal<V> refused -> answer.completeExceptionally(refused.reason());
        }
    }
}
