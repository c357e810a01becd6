package org.cumulet.network.port;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.cumulet.network.ipam.FixedIp;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about a port.
public sealed interface PortEvent extends DomainEvent {

    UUID port();

    /// It is there.
    record Created(
            UUID port,
            String project,
            UUID network,
            String name,
            String status,
            String macAddress,
            List<String> addresses,
            String deviceId,
            String deviceOwner,
            @Nullable String host,
            Instant at)
            implements PortEvent {

        static Created of(Port port, List<FixedIp> addresses) {
            return new Created(
                    port.id(),
                    port.projectId(),
                    port.networkId(),
                    port.name(),
                    port.status(),
                    port.mac().text(),
                    texts(addresses),
                    port.deviceId(),
                    port.deviceOwner(),
                    port.host().orElse(null),
                    port.createdAt());
        }
    }

    /// Something about it is different: this is how it is now.
    record Updated(
            UUID port,
            String project,
            UUID network,
            String name,
            String status,
            String macAddress,
            List<String> addresses,
            String deviceId,
            String deviceOwner,
            @Nullable String host,
            Instant at)
            implements PortEvent {

        static Updated of(Port port, List<FixedIp> addresses) {
            return new Updated(
                    port.id(),
                    port.projectId(),
                    port.networkId(),
                    port.name(),
                    port.status(),
                    port.mac().text(),
                    texts(addresses),
                    port.deviceId(),
                    port.deviceOwner(),
                    port.host().orElse(null),
                    port.updatedAt());
        }
    }

    /// It is gone, and its addresses are free.
    record Deleted(
            UUID port,
            String project,
            UUID network,
            String deviceId,
            @Nullable String host,
            Instant at) implements PortEvent {

        static Deleted of(Port port, Instant at) {
            return new Deleted(
                    port.id(),
                    port.projectId(),
                    port.networkId(),
                    port.deviceId(),
                    port.host().orElse(null),
                    at);
        }
    }

    @Override
    default String subject() {
        return port().toString();
    }

    @Override
    default String topic() {
        return "network.port";
    }

    private static List<String> texts(List<FixedIp> addresses) {
        return addresses.stream().map(fixed -> fixed.address().toString()).toList();
    }
}
