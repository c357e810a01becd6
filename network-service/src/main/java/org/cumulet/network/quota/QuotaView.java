package org.cumulet.network.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a project may have, as the API shows it.
record QuotaView(
        int network,
        int subnet,
        int port,
        int securityGroup,
        int securityGroupRule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String projectId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String tenantId) {

    static QuotaView of(Map<Quota, Integer> limits, @Nullable String project) {
        return new QuotaView(
                amount(limits, Quota.NETWORK),
                amount(limits, Quota.SUBNET),
                amount(limits, Quota.PORT),
                amount(limits, Quota.SECURITY_GROUP),
                amount(limits, Quota.SECURITY_GROUP_RULE),
                project,
                project);
    }

    private static int amount(Map<Quota, Integer> limits, Quota quota) {
        return limits.getOrDefault(quota, Limit.NONE);
    }

    /// One thing of `details.json`.
    record Detail(int limit, long used, int reserved) {}
}
