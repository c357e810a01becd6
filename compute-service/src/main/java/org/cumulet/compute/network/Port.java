package org.cumulet.compute.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A port as the network service answers it.
@JsonIgnoreProperties(ignoreUnknown = true)
record Port(
        UUID id,
        UUID networkId,
        @Nullable String deviceId,
        @Nullable List<Object> fixedIps,
        List<UUID> securityGroups) {

    Port {
        securityGroups = securityGroups == null ? List.of() : List.copyOf(securityGroups);
    }

    boolean isInUse() {
        return deviceId != null && !deviceId.isEmpty();
    }

    boolean hasAddress() {
        return fixedIps != null && !fixedIps.isEmpty();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Many(List<Port> ports) {}
}
