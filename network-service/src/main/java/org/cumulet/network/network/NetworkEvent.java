package org.cumulet.network.network;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;

/// What the rest of the cloud may know about a network.
public sealed interface NetworkEvent extends DomainEvent {

    UUID network();

    /// It is there.
    record Created(UUID network, String project, String name, boolean shared, boolean external, int mtu, Instant at)
            implements NetworkEvent {}

    /// Something about it is different: this is how it is now.
    record Updated(UUID network, String project, String name, boolean shared, boolean external, int mtu, Instant at)
            implements NetworkEvent {}

    /// It is gone, and its subnets with it.
    record Deleted(UUID network, String project, Instant at) implements NetworkEvent {}

    @Override
    default String subject() {
        return network().toString();
    }

    @Override
    default String topic() {
        return "network.network";
    }
}
