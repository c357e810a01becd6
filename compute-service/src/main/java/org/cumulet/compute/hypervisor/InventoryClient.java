package org.cumulet.compute.hypervisor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What is asked of the inventory.
@RegisterRestClient(configKey = "compute-hosts")
@RegisterProvider(OwnToken.class)
@Path("/inventory/v1/hosts")
interface InventoryClient {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record HostAnswer(
            UUID id,
            String name,
            String kind,
            @Nullable String address,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String hostKey,
            @Nullable String hypervisor,
            String instancesPath,
            @Nullable Map<String, Integer> simulation) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record One(HostAnswer host) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Many(List<HostAnswer> hosts) {}

    @GET
    @Path("{id}")
    One show(@RestPath UUID id);

    @GET
    Many list(
            @QueryParam("state") String state,
            @QueryParam("limit") int limit,
            @QueryParam("marker") @Nullable UUID marker);
}
