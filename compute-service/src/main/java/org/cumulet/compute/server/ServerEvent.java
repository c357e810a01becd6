package org.cumulet.compute.server;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;

/// What the rest of the cloud may know about a server.
public sealed interface ServerEvent extends DomainEvent {

    UUID server();

    /// Accepted; its launch is queued.
    record Requested(
            UUID server,
            String project,
            String user,
            String reservation,
            String name,
            UUID image,
            String flavor,
            int vcpus,
            int ram,
            int disk,
            Instant at)
            implements ServerEvent {
        static Requested of(Server server) {
            var flavor = server.flavor();
            return new Requested(
                    server.id(),
                    server.project(),
                    server.user(),
                    server.reservation(),
                    server.name(),
                    server.image(),
                    flavor.id(),
                    flavor.vcpus(),
                    flavor.ram(),
                    flavor.disk(),
                    server.created());
        }
    }

    /// It has a place.
    record Scheduled(UUID server, String project, UUID host, Instant at) implements ServerEvent {}

    /// Its guest runs for the first time.
    record Launched(UUID server, String project, UUID host, Instant at) implements ServerEvent {}

    /// It is in ERROR. The reason is the one its owner reads.
    record Failed(UUID server, String project, String reason, Instant at) implements ServerEvent {}

    /// Its guest is shut down.
    record Stopped(UUID server, String project, Instant at) implements ServerEvent {}

    /// Its guest runs again.
    record Started(UUID server, String project, Instant at) implements ServerEvent {}

    /// Its guest was restarted.
    record Rebooted(UUID server, String project, Instant at) implements ServerEvent {}

    /// An admin has said what is true of it: `active` or `error`.
    record StateReset(UUID server, String project, String state, Instant at) implements ServerEvent {}

    /// Somebody wants it gone; from here on it only converges to that.
    record DeletionRequested(UUID server, String project, Instant at) implements ServerEvent {}

    /// It is gone, and everything that was its own.
    record Deleted(UUID server, String project, Instant at) implements ServerEvent {}

    @Override
    default String subject() {
        return server().toString();
    }

    @Override
    default String topic() {
        return "compute.server";
    }
}
