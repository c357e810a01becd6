package org.cumulet.identity.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.identity.audit.AuditEvent.Recorded;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Whoever gets hold of the pen writes for all who wait for it, in one transaction.
@Singleton
class AuditBook {

    private static final int MOST = 500;
    private static final String REQUEST_ID = "request_id";

    private final Outbox outbox;
    private final ReentrantLock pen = new ReentrantLock();
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();

    AuditBook(@Service("identity") Outbox outbox) {
        this.outbox = outbox;
    }

    private static final class Entry {
        final Recorded record;
        final @Nullable Object requestId = MDC.get(REQUEST_ID);
        boolean written;

        Entry(Recorded record) {
            this.record = record;
        }
    }

    /// Returns when it is written for good.
    void write(Recorded record) {
        var entry = new Entry(record);
        waiting.add(entry);
        pen.lock();
        try {
            while (!entry.written) {
                writeWith(entry);
            }
        } finally {
            pen.unlock();
        }
    }

    private void writeWith(Entry own) {
        var some = new ArrayList<Entry>();
        for (var entry = waiting.peek(); entry != null && some.size() < MOST; entry = waiting.peek()) {
            some.add(waiting.remove());
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> publish(some));
            some.forEach(entry -> entry.written = true);
        } catch (RuntimeException failed) {
            some.remove(own);
            waiting.addAll(some);
            waiting.remove(own);
            throw failed;
        }
    }

    private void publish(List<Entry> entries) {
        var own = MDC.get(REQUEST_ID);
        for (var entry : entries) {
            name(entry.requestId);
            outbox.publish(entry.record);
        }
        name(own);
    }

    private static void name(@Nullable Object requestId) {
        if (requestId != null) {
            MDC.put(REQUEST_ID, requestId);
        }
    }
}
