package org.cumulet.identity.store;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.cumulet.events.DomainEvent;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;

/// Tells what has happened: to the rest of the cloud through the outbox, to the rest of identity at once and in the
/// same transaction.
@Singleton
public class News {

    private final Outbox outbox;
    private final Event<DomainEvent> here;

    News(@Service("identity") Outbox outbox, Event<DomainEvent> here) {
        this.outbox = outbox;
        this.here = here;
    }

    public void tell(DomainEvent event) {
        outbox.publish(event);
        here.fire(event);
    }
}
