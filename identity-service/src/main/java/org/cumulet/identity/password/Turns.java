package org.cumulet.identity.password;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Queue;
import java.util.SequencedMap;

/// Work that waits for its turn: one piece of everybody's, round and round. Who brings much waits for itself.
final class Turns {

    private final SequencedMap<Object, Queue<Runnable>> waiting = new LinkedHashMap<>();

    synchronized void add(Object who, Runnable work) {
        waiting.computeIfAbsent(who, _ -> new ArrayDeque<>()).add(work);
    }

    /// Takes the work whose turn it is; there must be some.
    synchronized Runnable next() {
        var first = waiting.pollFirstEntry();
        var work = first.getValue().remove();
        if (!first.getValue().isEmpty()) {
            waiting.putLast(first.getKey(), first.getValue());
        }
        return work;
    }
}
