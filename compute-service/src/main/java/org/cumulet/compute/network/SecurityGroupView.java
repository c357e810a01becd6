package org.cumulet.compute.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A security group with its rules, in the form compute has always shown them.
record SecurityGroupView(
        UUID id, String name, String description, @Nullable String tenantId, List<Rule> rules) {

    /// @param group where the rule lets members of a group in
    /// @param ipRange where it lets a range of addresses in
    record Rule(
            UUID id,
            UUID parentGroupId,
            @Nullable String ipProtocol,
            int fromPort,
            int toPort,
            Map<String, String> group,
            Map<String, String> ipRange) {}

    record Many(List<SecurityGroupView> securityGroups) {}

    /// @param names of all groups that rules may name
    static SecurityGroupView of(SecurityGroup group, Map<UUID, SecurityGroup> known) {
        var rules = group.securityGroupRules().stream()
                .filter(SecurityGroup.Rule::isInbound)
                .map(rule -> of(rule, group, known))
                .toList();
        return new SecurityGroupView(
                group.id(),
                group.name(),
                group.description() == null ? "" : group.description(),
                group.projectId(),
                rules);
    }

    private static Rule of(SecurityGroup.Rule rule, SecurityGroup group, Map<UUID, SecurityGroup> known) {
        var remote = rule.remoteGroupId() == null ? null : known.get(rule.remoteGroupId());
        var range = rule.remoteIpPrefix() == null ? (rule.isIpv6() ? "::/0" : "0.0.0.0/0") : rule.remoteIpPrefix();
        return new Rule(
                rule.id(),
                group.id(),
                rule.protocol(),
                rule.portRangeMin() == null ? -1 : rule.portRangeMin(),
                rule.portRangeMax() == null ? -1 : rule.portRangeMax(),
                remote == null
                        ? Map.of()
                        : Map.of("name", remote.name(), "tenant_id", String.valueOf(remote.projectId())),
                rule.remoteGroupId() == null ? Map.of("cidr", range) : Map.of());
    }
}
