package org.cumulet.compute.hosting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.web.Link;
import org.jspecify.annotations.Nullable;

/// A host as inventory answers it.
@JsonIgnoreProperties(ignoreUnknown = true)
record Host(
        UUID id,
        String name,
        @Nullable String address,
        String availabilityZone,
        boolean enabled,
        @Nullable String disabledReason,
        String state,
        @Nullable String hypervisor,
        @Nullable Capacity capacity,
        @Nullable JsonNode facts,
        Instant updatedAt) {

    private static final Capacity NOTHING = new Capacity(0, 0, 0);

    boolean isUp() {
        return state.equals("ready");
    }

    Capacity room() {
        return capacity == null ? NOTHING : capacity;
    }

    /// What older versions call it: hosts are few, so a number out of the UUID is one host's alone.
    int number() {
        return (id.hashCode() & Integer.MAX_VALUE) | 1;
    }

    String status() {
        return enabled ? "enabled" : "disabled";
    }

    String condition() {
        return isUp() ? "up" : "down";
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Capacity(int vcpus, int memoryMb, int diskGb) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record One(Host host) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Many(List<Host> hosts, @Nullable List<Link> hostsLinks) {
        boolean isLast() {
            return hosts.isEmpty() || hostsLinks == null || hostsLinks.isEmpty();
        }
    }

    /// What of a host is changed.
    record Change(boolean enabled, @Nullable String disabledReason) {
        record One(Change host) {}
    }
}
