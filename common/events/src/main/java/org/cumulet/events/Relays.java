package org.cumulet.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Starts a relay for every outbox of the process once everything else has started, and stops it before the rest stops.
@Singleton
class Relays {

    private static final int LAST = 10_000;
    private static final int FIRST = 1;

    private final Instance<Outbox> outboxes;
    private final Post post;
    private final List<Relay> relays = new ArrayList<>();

    Relays(@Any Instance<Outbox> outboxes, Post post) {
        this.outboxes = outboxes;
        this.post = post;
    }

    void start(@Observes @Priority(LAST) StartupEvent started) {
        for (var outbox : outboxes) {
            if (outbox instanceof TransactionalOutbox transactional) {
                relays.add(new Relay(transactional, post));
            }
        }
        relays.forEach(Relay::start);
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) throws InterruptedException {
        for (var relay : relays) {
            relay.stop();
        }
    }
}
