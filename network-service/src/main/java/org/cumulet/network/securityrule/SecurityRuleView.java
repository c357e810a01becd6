package org.cumulet.network.securityrule;

import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.network.address.Cidr;
import org.jspecify.annotations.Nullable;

/// A rule as the API shows it.
public record SecurityRuleView(
        UUID id,
        String tenantId,
        String projectId,
        UUID securityGroupId,
        String direction,
        String ethertype,
        @Nullable String protocol,
        @Nullable Integer portRangeMin,
        @Nullable Integer portRangeMax,
        @Nullable String remoteIpPrefix,
        @Nullable Cidr normalizedCidr,
        @Nullable UUID remoteGroupId,
        @Nullable UUID remoteAddressGroupId,
        String description,
        int revisionNumber,
        String createdAt,
        String updatedAt) {

    static SecurityRuleView of(SecurityRule rule) {
        return new SecurityRuleView(
                rule.id(),
                rule.projectId(),
                rule.projectId(),
                rule.securityGroupId(),
                rule.direction(),
                rule.ethertype(),
                rule.protocol().orElse(null),
                rule.portRangeMin().orElse(null),
                rule.portRangeMax().orElse(null),
                rule.remoteIpPrefix().orElse(null),
                rule.remoteIpPrefix().flatMap(Cidr::parseLenient).orElse(null),
                rule.remoteGroupId().orElse(null),
                null,
                rule.description(),
                rule.revision(),
                Times.SECONDS_Z.of(rule.createdAt()),
                Times.SECONDS_Z.of(rule.updatedAt()));
    }
}
