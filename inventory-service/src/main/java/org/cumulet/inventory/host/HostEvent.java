package org.cumulet.inventory.host;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.cumulet.inventory.fact.Findings;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about a host.
public sealed interface HostEvent extends DomainEvent {

    UUID host();

    record Registered(UUID host, String name, String kind, String availabilityZone, boolean enabled, Instant at)
            implements HostEvent {
        static Registered of(Host host, Instant at) {
            return new Registered(
                    host.id(),
                    host.name(),
                    host.kind().name().toLowerCase(Locale.ROOT),
                    host.availabilityZone(),
                    host.enabled(),
                    at);
        }
    }

    record Changed(UUID host, String name, String availabilityZone, boolean enabled, Instant at) implements HostEvent {
        static Changed of(Host host, Instant at) {
            return new Changed(host.id(), host.name(), host.availabilityZone(), host.enabled(), at);
        }
    }

    record Probed(UUID host, String name, String hypervisor, int vcpus, int memoryMb, int diskGb, Instant at)
            implements HostEvent {
        static Probed of(Host host, Findings.Works found, Instant at) {
            return new Probed(
                    host.id(),
                    host.name(),
                    found.hypervisor().name().toLowerCase(Locale.ROOT),
                    found.capacity().vcpus(),
                    found.capacity().memoryMb(),
                    found.capacity().diskGb(),
                    at);
        }
    }

    record StateChanged(
            UUID host,
            String name,
            String before,
            String state,
            @Nullable String reason,
            Instant at) implements HostEvent {
        static StateChanged of(Host host, HostState before, Instant at) {
            return new StateChanged(
                    host.id(), host.name(), before.text(), host.state().text(), host.stateReason(), at);
        }
    }

    record Deleted(UUID host, String name, Instant at) implements HostEvent {}

    @Override
    default String topic() {
        return "inventory.host";
    }

    @Override
    default String subject() {
        return host().toString();
    }

    @Override
    default @Nullable String project() {
        return null;
    }
}
