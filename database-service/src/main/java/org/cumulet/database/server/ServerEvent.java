package org.cumulet.database.server;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about a database server.
public sealed interface ServerEvent extends DomainEvent {

    UUID server();

    /// It may be given databases.
    record Registered(UUID server, String name, String engine, Instant at) implements ServerEvent {
        static Registered of(DatabaseServer server) {
            return new Registered(server.id(), server.name(), server.engine().word(), server.created());
        }
    }

    /// It has begun or ceased to answer.
    record StateChanged(UUID server, String name, String state, Instant at) implements ServerEvent {}

    /// Its administrator has another password.
    record Rotated(UUID server, String name, Instant at) implements ServerEvent {}

    /// It is not ours any more. What is on it stays there.
    record Deleted(UUID server, String name, Instant at) implements ServerEvent {}

    @Override
    default String subject() {
        return server().toString();
    }

    @Override
    default String topic() {
        return "database.server";
    }

    @Override
    default @Nullable String project() {
        return null;
    }
}
