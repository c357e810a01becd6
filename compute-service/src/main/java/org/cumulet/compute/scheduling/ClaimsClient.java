package org.cumulet.compute.scheduling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What is asked of the inventory.
@RegisterRestClient(configKey = "compute-inventory")
@RegisterProvider(OwnToken.class)
@Path("/inventory/v1/claims")
interface ClaimsClient {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Claim(
            UUID consumer,
            String project,
            String user,
            int vcpus,
            int memoryMb,
            int diskGb,
            @Nullable String availabilityZone,
            @Nullable String host,
            List<UUID> sameHost,
            List<UUID> differentHost) {}

    record Claims(List<Claim> claims) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outcome(
            UUID consumer,
            @Nullable HostAnswer host,
            @Nullable RefusalAnswer refusal) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record HostAnswer(UUID id, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RefusalAnswer(String message, @Nullable String details) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outcomes(List<Outcome> claims) {}

    @POST
    Outcomes claim(Claims claims);

    @DELETE
    @Path("{consumer}")
    void free(@RestPath UUID consumer);
}
