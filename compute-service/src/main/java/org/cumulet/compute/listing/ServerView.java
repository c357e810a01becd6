package org.cumulet.compute.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.api.version.Since;
import org.cumulet.api.version.Until;
import org.cumulet.compute.web.Link;
import org.jspecify.annotations.Nullable;

/// A server as the API shows it.
///
/// @param progress only while something goes on that could have one
/// @param fault only in ERROR
/// @param serverGroups shown of one server, not in lists
/// @param more what older versions leave out when a change is answered
public record ServerView(
        UUID id,
        String name,
        String status,
        String tenantId,
        String userId,
        Map<String, String> metadata,
        @JsonProperty("hostId") String hostId,
        ImageRef image,
        FlavorRef flavor,
        String created,
        String updated,
        Map<String, List<AddressView>> addresses,
        @JsonProperty("accessIPv4") String accessIpv4,
        @JsonProperty("accessIPv6") String accessIpv6,
        List<Link> links,
        @JsonInclude(Include.NON_NULL) @Nullable Integer progress,
        @JsonInclude(Include.NON_NULL) @Nullable FaultView fault,
        @JsonProperty("OS-DCF:diskConfig") String diskConfig,
        @Since("2.9") boolean locked,
        @Since("2.19") @Nullable String description,
        @Since("2.26") List<String> tags,
        @Since("2.63") @Nullable List<String> trustedImageCertificates,

        @Since("2.71") @JsonInclude(Include.NON_NULL) @Nullable
        List<String> serverGroups,

        @Since("2.73") @Nullable String lockedReason,
        @JsonUnwrapped @Nullable More more) {

    public record One(ServerView server) {}

    record Many(
            List<ServerView> servers,
            @JsonInclude(Include.NON_EMPTY) List<Link> serversLinks) {}

    /// The short form of lists.
    record Brief(UUID id, String name, List<Link> links) {
        record Many(
                List<Brief> servers,
                @JsonInclude(Include.NON_EMPTY) List<Link> serversLinks) {}
    }

    public record ImageRef(UUID id, List<Link> links) {}

    /// Which flavor: at first a pointer, later the flavor itself as it was when the server was asked for.
    public record FlavorRef(
            @Until("2.46") String id,
            @Until("2.46") List<Link> links,
            @Since("2.47") String originalName,
            @Since("2.47") int vcpus,
            @Since("2.47") int ram,
            @Since("2.47") int disk,
            @Since("2.47") int ephemeral,
            @Since("2.47") int swap,
            @Since("2.47") Map<String, String> extraSpecs) {}

    /// @param details only for admins
    public record FaultView(
            int code,
            String created,
            String message,
            @JsonInclude(Include.NON_NULL) @Nullable String details) {}

    /// @param attributes only for admins
    /// @param securityGroups only while there are ports
    public record More(
            @Nullable String keyName,
            String configDrive,
            @JsonProperty("OS-EXT-AZ:availability_zone") String availabilityZone,
            @JsonUnwrapped(prefix = "OS-EXT-STS:") Progress states,
            @JsonUnwrapped(prefix = "OS-SRV-USG:") Usage usage,

            @JsonProperty("os-extended-volumes:volumes_attached")
            List<String> volumesAttached,

            @JsonInclude(Include.NON_EMPTY) List<GroupName> securityGroups,

            @JsonUnwrapped(prefix = "OS-EXT-SRV-ATTR:") @Nullable
            Attributes attributes,

            @Since("2.90") @JsonProperty("OS-EXT-SRV-ATTR:hostname")
            String hostname,

            @Since("2.16") @JsonInclude(Include.NON_NULL) @Nullable
            String hostStatus) {}

    public record Progress(String vmState, @Nullable String taskState, int powerState) {}

    public record Usage(
            @Nullable String launchedAt, @Nullable String terminatedAt) {}

    /// A security group by its name.
    public record GroupName(String name) {}

    public record Attributes(
            @Nullable String host,
            @Nullable String hypervisorHostname,
            String instanceName,
            @Since("2.3") String reservationId,
            @Since("2.3") int launchIndex,
            @Since("2.3") String kernelId,
            @Since("2.3") String ramdiskId,
            @Since("2.3") String rootDeviceName,
            @Since("2.3") @Nullable String userData,
            @Since("2.3") @Until("2.89") String hostname) {}
}
