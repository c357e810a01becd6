package org.cumulet.identity.project;

import java.time.Instant;
import org.cumulet.events.DomainEvent;

/// What the rest of the cloud may know about a project. Domains are identity's own affair.
public sealed interface ProjectEvent extends DomainEvent {

    String TOPIC = "identity.project";

    String id();

    record Created(String id, String name, String domainId, boolean enabled, Instant at) implements ProjectEvent {}

    record Updated(String id, String name, String domainId, boolean enabled, Instant at) implements ProjectEvent {}

    record Deleted(String id, Instant at) implements ProjectEvent {}

    @Override
    default String subject() {
        return id();
    }

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String project() {
        return id();
    }
}
