package org.cumulet.identity.user;

import java.time.Instant;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about a user.
public sealed interface UserEvent extends DomainEvent {

    String TOPIC = "identity.user";

    String id();

    record Created(String id, String name, String domainId, boolean enabled, Instant at) implements UserEvent {}

    record Updated(String id, String name, String domainId, boolean enabled, Instant at) implements UserEvent {}

    record Deleted(String id, Instant at) implements UserEvent {}

    @Override
    default String subject() {
        return id();
    }

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default @Nullable String project() {
        return null;
    }
}
