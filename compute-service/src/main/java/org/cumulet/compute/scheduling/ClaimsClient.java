package org.cumulet.compute.scheduling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What is asked of the inventory.
@RegisterRestClient(configKey = "compute-claims")
@RegisterProvider(OwnToken.class)
@Path("/inventory/v1/claims")
interface ClaimsClient {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Claim(
            UUID consumerId,
            String projectId,
            String userId,
            Map<String, Integer> resources,
            @Nullable String host,
            @Nullable String availabilityZone,
            List<UUID> sameHostAs,
            List<UUID> differentHostThan) {}

    record Claims(List<Claim> claims) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Decision(
            UUID consumerId,
            @Nullable HostName host,
            @Nullable Refused refusal) {}

    record HostName(UUID id, String name) {}

    /// @param nearest what the nearest host lacks
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refused(
            String message,
            int considered,
            Map<String, Integer> reasons,
            @Nullable String nearest,
            @Nullable HostName nearestHost) {

        /// For admins.
        String details() {
            var host = nearestHost == null ? "" : "; nearest is %s: %s".formatted(nearestHost.name(), nearest);
            return "%d hosts considered: %s%s".formatted(considered, reasons, host);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Decisions(List<Decision> claims) {}

    @POST
    Decisions claim(Claims claims);

    @DELETE
    @Path("{consumer}")
    void free(@RestPath UUID consumer);
}
