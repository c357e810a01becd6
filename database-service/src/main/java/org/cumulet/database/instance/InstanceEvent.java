package org.cumulet.database.instance;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;

/// What the rest of the cloud may know about an instance.
public sealed interface InstanceEvent extends DomainEvent {

    UUID instance();

    /// A project has something on a server from now on.
    record Created(UUID instance, String project, String name, UUID server, Instant at) implements InstanceEvent {
        static Created of(Instance instance) {
            return new Created(
                    instance.id(), instance.project(), instance.name(), instance.server(), instance.created());
        }
    }

    /// Somebody can log in as the owner of all its databases.
    record RootEnabled(UUID instance, String project, String name, String user, Instant at) implements InstanceEvent {}

    /// It is gone, and everything in it.
    record Deleted(UUID instance, String project, String name, Instant at) implements InstanceEvent {}

    @Override
    default String subject() {
        return instance().toString();
    }

    @Override
    default String topic() {
        return "database.instance";
    }
}
