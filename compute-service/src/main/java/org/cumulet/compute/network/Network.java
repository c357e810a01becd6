package org.cumulet.compute.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A network as the network service answers it.
@JsonIgnoreProperties(ignoreUnknown = true)
record Network(
        UUID id,
        String name,
        List<UUID> subnets,
        @Nullable String projectId,
        boolean shared,
        @JsonProperty("router:external") boolean external) {

    Network {
        subnets = subnets == null ? List.of() : List.copyOf(subnets);
    }

    /// One that a server of this project is plugged into when nobody says which.
    boolean isOfferedTo(String project) {
        return (shared || project.equals(projectId)) && !external && !subnets.isEmpty();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Many(List<Network> networks) {}
}
