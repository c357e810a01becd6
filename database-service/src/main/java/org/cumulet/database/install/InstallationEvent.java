package org.cumulet.database.install;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about an installation.
public sealed interface InstallationEvent extends DomainEvent {

    UUID installation();

    /// A server is being made on a host.
    record Requested(UUID installation, String name, String engine, String host, Instant at)
            implements InstallationEvent {
        static Requested of(Installation of) {
            return new Requested(of.id(), of.name(), of.engine().kind().word(), of.host(), of.updated());
        }
    }

    /// The server is registered.
    record Completed(UUID installation, String name, Instant at) implements InstallationEvent {}

    /// It could not be made. Operators read why in the API.
    record Failed(UUID installation, String name, Instant at) implements InstallationEvent {}

    @Override
    default String subject() {
        return installation().toString();
    }

    @Override
    default String topic() {
        return "database.installation";
    }

    @Override
    default @Nullable String project() {
        return null;
    }
}
