package org.cumulet.compute.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.server.SecurityGroupWish;
import org.jspecify.annotations.Nullable;

/// A security group as the network service answers it.
@JsonIgnoreProperties(ignoreUnknown = true)
record SecurityGroup(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable String projectId,
        List<Rule> securityGroupRules) {

    SecurityGroup {
        securityGroupRules = securityGroupRules == null ? List.of() : List.copyOf(securityGroupRules);
    }

    SecurityGroupWish wish() {
        return new SecurityGroupWish(id, name);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Many(List<SecurityGroup> securityGroups) {}

    /// What a group lets through.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rule(
            UUID id,
            String direction,
            @Nullable String ethertype,
            @Nullable String protocol,
            @Nullable Integer portRangeMin,
            @Nullable Integer portRangeMax,
            @Nullable UUID remoteGroupId,
            @Nullable String remoteIpPrefix) {

        boolean isInbound() {
            return direction.equals("ingress");
        }

        boolean isIpv6() {
            return "IPv6".equals(ethertype);
        }
    }
}
