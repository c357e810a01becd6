package org.cumulet.inventory.preflight;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cumulet.saga.Coalescer;
import org.cumulet.saga.Coalescer.Outcome;
import org.cumulet.ssh.Machine;

/// Asks each machine one thing at a time: what many want to know of it meanwhile goes together into the next command.
final class PerMachine<K, V> {

    private static final int MOST_TOGETHER = 64;

    /// Asks a machine for many at once; answers in the order of the questions.
    interface Bulk<K, V> {
        List<V> ask(Machine machine, List<K> questions);
    }

    private final ConcurrentMap<Machine, Coalescer<K, V>> machines = new ConcurrentHashMap<>();
    private final Bulk<K, V> bulk;
    private final Duration patience;

    PerMachine(Duration patience, Bulk<K, V> bulk) {
        this.patience = patience;
        this.bulk = bulk;
    }

    /// What the machine answers to what it is asked from now on.
    V ask(Machine machine, K question) throws InterruptedException {
        return machines.computeIfAbsent(machine, this::coalescer).ask(question);
    }

    private Coalescer<K, V> coalescer(Machine machine) {
        return new Coalescer<>(
                questions -> bulk.ask(machine, questions).stream()
                        .<Outcome<V>>map(Outcome.Answer::new)
                        .toList(),
                MOST_TOGETHER,
                patience);
    }
}
