package org.cumulet.compute.quota;

import static org.cumulet.compute.quota.QuotaKey.CORES;
import static org.cumulet.compute.quota.QuotaKey.FLOATING_IPS;
import static org.cumulet.compute.quota.QuotaKey.INJECTED_FILES;
import static org.cumulet.compute.quota.QuotaKey.INJECTED_FILE_CONTENT_BYTES;
import static org.cumulet.compute.quota.QuotaKey.INSTANCES;
import static org.cumulet.compute.quota.QuotaKey.KEY_PAIRS;
import static org.cumulet.compute.quota.QuotaKey.METADATA_ITEMS;
import static org.cumulet.compute.quota.QuotaKey.RAM;
import static org.cumulet.compute.quota.QuotaKey.SECURITY_GROUPS;
import static org.cumulet.compute.quota.QuotaKey.SECURITY_GROUP_RULES;
import static org.cumulet.compute.quota.QuotaKey.SERVER_GROUPS;
import static org.cumulet.compute.quota.QuotaKey.SERVER_GROUP_MEMBERS;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.cumulet.api.version.Until;

/// Limits as the API shows them, in the one place where it writes camelCase.
record LimitsView(List<Object> rate, Absolute absolute) {

    record One(LimitsView limits) {}

    static One of(QuotaSetService.Usage usage) {
        var limits = usage.limits();
        var use = usage.use();
        return new One(new LimitsView(
                List.of(),
                new Absolute(
                        limits.of(INSTANCES),
                        limits.of(CORES),
                        limits.of(RAM),
                        limits.of(KEY_PAIRS),
                        limits.of(METADATA_ITEMS),
                        limits.of(SERVER_GROUPS),
                        limits.of(SERVER_GROUP_MEMBERS),
                        limits.of(METADATA_ITEMS),
                        limits.of(INJECTED_FILES),
                        limits.of(INJECTED_FILE_CONTENT_BYTES),
                        limits.of(FLOATING_IPS),
                        limits.of(SECURITY_GROUPS),
                        limits.of(SECURITY_GROUP_RULES),
                        use.of(INSTANCES),
                        use.of(CORES),
                        use.of(RAM),
                        0,
                        0,
                        0)));
    }

    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Absolute(
            int maxTotalInstances,
            int maxTotalCores,
            @JsonProperty("maxTotalRAMSize") int maxTotalRam,
            int maxTotalKeypairs,
            int maxServerMeta,
            int maxServerGroups,
            int maxServerGroupMembers,
            @Until("2.38") int maxImageMeta,
            @Until("2.56") int maxPersonality,
            @Until("2.56") int maxPersonalitySize,
            @Until("2.35") int maxTotalFloatingIps,
            @Until("2.35") int maxSecurityGroups,
            @Until("2.35") int maxSecurityGroupRules,
            long totalInstancesUsed,
            long totalCoresUsed,
            @JsonProperty("totalRAMUsed") long totalRamUsed,
            long totalServerGroupsUsed,
            @Until("2.35") long totalFloatingIpsUsed,
            @Until("2.35") long totalSecurityGroupsUsed) {}
}
