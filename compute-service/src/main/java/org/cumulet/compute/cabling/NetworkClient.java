package org.cumulet.compute.cabling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.remote.OwnToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// What is asked of the network service.
@RegisterRestClient(configKey = "compute-cabling")
@RegisterProvider(OwnToken.class)
@Path("/network")
interface NetworkClient {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FixedIp(UUID subnetId, String ipAddress) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record NewPort(
            UUID networkId,
            String projectId,
            String deviceId,
            String deviceOwner,
            @JsonProperty("binding:host_id") String host,
            List<Wanted> fixedIps,
            List<UUID> securityGroups) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Wanted(String ipAddress) {}

    record PortBinding(
            String deviceId,
            String deviceOwner,
            @JsonProperty("binding:host_id") String host) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Port(
            UUID id,
            UUID networkId,
            String macAddress,
            String deviceId,
            List<FixedIp> fixedIps,
            @JsonProperty("binding:vif_details") @Nullable Details details) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Details(@Nullable String bridge, @Nullable String tap) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Synced(@Nullable List<Failed> failed) {}

    record Failed(UUID networkId, String reason) {}

    record One<T>(T port) {}

    record Many<T>(List<T> ports) {}

    record Answer(Port port) {}

    record Answers(List<Port> ports) {}

    @GET
    @Path("v2.0/ports")
    Answers ports(@QueryParam("device_id") List<UUID> devices);

    @GET
    @Path("v2.0/ports/{id}")
    Answer port(@RestPath UUID id);

    @POST
    @Path("v2.0/ports")
    Answers create(Many<NewPort> ports);

    @PUT
    @Path("v2.0/ports/{id}")
    Answer bind(@RestPath UUID id, One<PortBinding> port);

    @DELETE
    @Path("v1/devices/{device}/ports")
    void deletePorts(@RestPath UUID device);

    @POST
    @Path("v1/hosts/{host}/sync")
    Synced sync(@RestPath UUID host);
}
