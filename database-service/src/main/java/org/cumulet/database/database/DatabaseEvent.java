package org.cumulet.database.database;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;

/// What the rest of the cloud may know about a database.
public sealed interface DatabaseEvent extends DomainEvent {

    UUID database();

    /// It was declared, or declared otherwise; it is being made so.
    record Declared(UUID database, String project, String name, UUID server, Instant at) implements DatabaseEvent {}

    /// It is as declared.
    record Ready(UUID database, String project, String name, UUID server, Instant at) implements DatabaseEvent {}

    /// It could not be made so. The reason is the one its owner reads.
    record Failed(UUID database, String project, String name, String reason, Instant at) implements DatabaseEvent {}

    /// One of its users has a new password.
    record CredentialsRotated(UUID database, String project, String name, String user, Instant at)
            implements DatabaseEvent {}

    /// It holds more than it should. Nobody is kept from writing.
    record SizeLimitExceeded(UUID database, String project, String name, long limitMb, long bytes, Instant at)
            implements DatabaseEvent {}

    /// It holds no more than it should again, or may hold more now.
    record SizeLimitKept(UUID database, String project, String name, long bytes, Instant at) implements DatabaseEvent {}

    /// It is gone, and everything that was its own.
    record Deleted(UUID database, String project, String name, Instant at) implements DatabaseEvent {}

    @Override
    default String subject() {
        return database().toString();
    }

    @Override
    default String topic() {
        return "database.database";
    }
}
