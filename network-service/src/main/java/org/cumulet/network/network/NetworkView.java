package org.cumulet.network.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.jspecify.annotations.Nullable;

/// A network as the API shows it.
record NetworkView(
        UUID id,
        String name,
        String tenantId,
        String projectId,
        String description,
        boolean adminStateUp,
        String status,
        boolean shared,
        @JsonProperty("router:external") boolean external,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean isDefault,
        int mtu,
        List<UUID> subnets,
        boolean portSecurityEnabled,
        String dnsDomain,
        List<String> availabilityZones,
        List<String> availabilityZoneHints,
        @Nullable UUID ipv4AddressScope,
        @Nullable UUID ipv6AddressScope,
        @JsonUnwrapped @Nullable Provider provider,
        List<String> tags,
        int revisionNumber,
        String createdAt,
        String updatedAt) {

    static final String ZONE = "nova";

    /// How it travels: for administrators.
    record Provider(
            @JsonProperty("provider:network_type") String type,

            @JsonProperty("provider:physical_network") @Nullable
            String physicalNetwork,

            @JsonProperty("provider:segmentation_id") @Nullable
            Integer segmentationId) {

        static Provider of(Segment segment) {
            return new Provider(segment.type().api(), segment.physicalNetwork(), segment.id());
        }
    }

    static NetworkView of(Network network, List<UUID> subnets, boolean withProvider) {
        return new NetworkView(
                network.id(),
                network.name(),
                network.projectId(),
                network.projectId(),
                network.description(),
                network.adminStateUp(),
                network.status(),
                network.shared(),
                network.external(),
                network.external() ? Boolean.FALSE : null,
                network.mtu(),
                subnets,
                network.portSecurityEnabled(),
                network.dnsDomain(),
                List.of(ZONE),
                network.zoneHints(),
                null,
                null,
                withProvider ? Provider.of(network.segment()) : null,
                network.tags(),
                network.revision(),
                Times.SECONDS_Z.of(network.createdAt()),
                Times.SECONDS_Z.of(network.updatedAt()));
    }
}
