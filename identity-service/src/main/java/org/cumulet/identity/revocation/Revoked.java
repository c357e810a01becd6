package org.cumulet.identity.revocation;

import java.time.Instant;
import org.cumulet.auth.Revocation;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// Tokens of one thing that were issued at or before an instant are dead.
public record Revoked(Kind kind, String id, Instant notBefore) implements DomainEvent {

    Revocation revocation() {
        return new Revocation(kind, id, notBefore);
    }

    @Override
    public String subject() {
        return revocation().key();
    }

    @Override
    public String topic() {
        return Revocation.TOPIC;
    }

    @Override
    public @Nullable String project() {
        return null;
    }

    @Override
    public Instant at() {
        return notBefore;
    }
}
