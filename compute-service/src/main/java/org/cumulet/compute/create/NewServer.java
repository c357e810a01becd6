package org.cumulet.compute.create;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.version.Since;
import org.cumulet.api.version.Until;
import org.cumulet.compute.web.Ip;
import org.cumulet.compute.web.LooseBoolean;
import org.cumulet.compute.web.LooseInteger;
import org.cumulet.compute.web.Names;
import org.cumulet.compute.web.Spoken;
import org.jspecify.annotations.Nullable;

/// What callers ask of a new server. Shape is checked here, meaning in [OrderService].
@Spoken
record NewServer(
        @NotNull @Names.Printable String name,

        @JsonProperty("imageRef") @Pattern(regexp = UUID_OR_EMPTY, message = UUID_SAYS) @Nullable
        String imageRef,

        @NotNull @JsonProperty("flavorRef") @JsonDeserialize(using = FlavorRef.class) @Names.Printable
        String flavorRef,

        @JsonProperty("adminPass") @Size(max = 255) @Nullable
        String adminPass,

        @Nullable Map<@Names.Key String, @NotNull @Names.Text String> metadata,

        @JsonDeserialize(using = NetworksReader.class) @Nullable
        NetworksAsked networks,

        @JsonProperty("OS-DCF:diskConfig") @Names.DiskConfig @Nullable
        String diskConfig,

        @JsonProperty("accessIPv4") @Ip(4) @Nullable String accessIpv4,
        @JsonProperty("accessIPv6") @Ip(6) @Nullable String accessIpv6,
        @Until("2.56") @Nullable List<JsonNode> personality,

        @Names.Printable @Nullable String availabilityZone,

        @Nullable List<JsonNode> blockDeviceMapping,

        @JsonProperty("block_device_mapping_v2") @Nullable List<@Valid BlockDevice> blockDevices,

        @JsonDeserialize(using = LooseBoolean.class) @Nullable
        Boolean configDrive,

        @Names.Printable @Nullable String keyName,

        @Min(1) @Max(MOST) @JsonDeserialize(using = LooseInteger.class) @Nullable
        Integer minCount,

        @Min(1) @Max(MOST) @JsonDeserialize(using = LooseInteger.class) @Nullable
        Integer maxCount,

        @JsonDeserialize(using = LooseBoolean.class) @Nullable
        Boolean returnReservationId,

        @Nullable Set<@Valid GroupName> securityGroups,
        @Size(max = 65535) @Nullable String userData,

        @Since("2.19") @Names.Text @Nullable String description,

        @Since("2.52") @Size(max = 50) @Nullable Set<@NotNull @Names.Tag String> tags,

        @Since("2.63") @Nullable List<JsonNode> trustedImageCertificates,
        @Since("2.74") @Names.Printable @Nullable String host,
        @Since("2.74") @Names.Printable @Nullable String hypervisorHostname,

        @Since("2.90") @Names.Host @Nullable String hostname) {

    /// So many at once and no more, whatever the quota.
    static final int MOST = 1000;

    private static final String UUID_OR_EMPTY =
            "|[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}";
    private static final String UUID_SAYS = "must be the UUID of an image";

    /// The whole body. Hints have two names.
    record Request(
            @NotNull @Valid NewServer server,
            @JsonProperty("os:scheduler_hints") @Nullable Map<String, JsonNode> hints,

            @JsonProperty("OS-SCH-HNT:scheduler_hints") @Nullable
            Map<String, JsonNode> olderHints) {

        Map<String, JsonNode> allHints() {
            if (hints != null) {
                return hints;
            }
            return olderHints == null ? Map.of() : olderHints;
        }
    }

    /// A security group by name or id.
    record GroupName(@NotNull @Names.Printable String name) {}

    int atLeast() {
        return minCount == null ? 1 : minCount;
    }

    int atMost() {
        return maxCount == null ? atLeast() : maxCount;
    }
}
