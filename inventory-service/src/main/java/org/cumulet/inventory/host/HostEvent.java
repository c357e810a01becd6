package org.cumulet.inventory.host;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.cumulet.inventory.fact.Findings;
import org.cumulet.inventory.history.FactChange;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about a host.
public sealed interface HostEvent extends DomainEvent {

    UUID host();

    record Registered(
            UUID host,
            String name,
            String kind,
            String availabilityZone,
            List<String> roles,
            Map<String, String> labels,
            boolean enabled,
            Instant at)
            implements HostEvent {
        static Registered of(Host host, Instant at) {
            return new Registered(
                    host.id(),
                    host.name(),
                    host.kind().name().toLowerCase(Locale.ROOT),
                    host.availabilityZone(),
                    wordsOf(host.roles()),
                    host.labels(),
                    host.enabled(),
                    at);
        }
    }

    record Changed(
            UUID host,
            String name,
            String availabilityZone,
            List<String> roles,
            Map<String, String> labels,
            boolean enabled,
            boolean maintenance,
            Instant at)
            implements HostEvent {
        static Changed of(Host host, Instant at) {
            return new Changed(
                    host.id(),
                    host.name(),
                    host.availabilityZone(),
                    wordsOf(host.roles()),
                    host.labels(),
                    host.enabled(),
                    host.maintenanceSince() != null,
                    at);
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

    private static List<String> wordsOf(List<HostRole> roles) {
        return roles.stream().map(HostRole::text).toList();
    }

    /// @param paths which facts, as in `nics.eth0.mtu`; the values are in the host's history
    record FactsChanged(UUID host, String name, List<String> paths, Instant at) implements HostEvent {

        private static final int MOST = 100;

        static FactsChanged of(Host host, List<FactChange> changes, Instant at) {
            var paths = changes.stream()
                    .map(FactChange::path)
                    .distinct()
                    .limit(MOST)
                    .toList();
            return new FactsChanged(host.id(), host.name(), paths, at);
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
