package org.cumulet.compute.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.Ip;
import org.cumulet.compute.web.Names;
import org.cumulet.compute.web.Spoken;
import org.jspecify.annotations.Nullable;

/// What of a server shall be otherwise; what is not named stays.
///
/// @param description empty where it shall have none
@Spoken
record ServerChange(
        @Names.Printable @Nullable String name,

        @JsonProperty("OS-DCF:diskConfig") @Names.DiskConfig @Nullable
        String diskConfig,

        @JsonProperty("accessIPv4") @Ip(4) @Nullable String accessIpv4,
        @JsonProperty("accessIPv6") @Ip(6) @Nullable String accessIpv6,

        @Since("2.19") @JsonDeserialize(using = TextOrNone.class) @Names.Text @Nullable
        String description,

        @Since("2.90") @Names.Host @Nullable String hostname) {

    record Request(@NotNull @Valid ServerChange server) {}
}
