package org.cumulet.inventory.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cumulet.api.page.Page;
import org.cumulet.inventory.fact.Capacity;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.fact.Hypervisor;
import org.jspecify.annotations.Nullable;

/// A host as the API shows it.
record HostView(
        UUID id,
        String name,
        HostKind kind,
        @Nullable String address,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String hostKey,
        boolean trustHostKey,
        @Nullable String offeredHostKey,
        List<HostRole> roles,
        Map<String, String> labels,
        VirtType virtType,
        String availabilityZone,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable Instant maintenanceSince,
        @Nullable String maintenanceReason,
        HostState state,
        @Nullable String stateReason,
        Instant stateChangedAt,
        @Nullable Instant probedAt,
        @Nullable Hypervisor hypervisor,
        @Nullable Capacity capacity,
        String instancesPath,
        @Nullable Map<String, Integer> simulation,
        @Nullable Facts facts,
        Instant createdAt,
        Instant updatedAt) {

    static HostView of(Host host, String instancesPath) {
        return new HostView(
                host.id(),
                host.name(),
                host.kind(),
                host.address(),
                host.port(),
                host.user(),
                host.hostKey(),
                host.trustHostKey(),
                host.offeredHostKey(),
                host.roles(),
                new TreeMap<>(host.labels()),
                host.virtType(),
                host.availabilityZone(),
                host.enabled(),
                host.disabledReason(),
                host.maintenanceSince(),
                host.maintenanceReason(),
                host.state(),
                host.stateReason(),
                host.stateChangedAt(),
                host.probedAt(),
                host.hypervisor(),
                host.capacity(),
                instancesPath,
                host.simulation(),
                host.facts(),
                host.createdAt(),
                host.updatedAt());
    }

    record One(HostView host) {}

    /// @param hostsLinks where the next page is, if there is one
    record Many(
            List<HostView> hosts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> hostsLinks) {

        static Many of(Page<HostView> page, String next) {
            return new Many(page.items(), page.more() ? List.of(new Link("next", next)) : List.of());
        }
    }

    record Link(String rel, String href) {}
}
