package org.cumulet.network.securitygroup;

import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.network.securityrule.SecurityRuleView;

/// A security group as the API shows it.
record SecurityGroupView(
        UUID id,
        String name,
        String tenantId,
        String projectId,
        String description,
        boolean stateful,
        boolean shared,
        List<SecurityRuleView> securityGroupRules,
        List<String> tags,
        int revisionNumber,
        String createdAt,
        String updatedAt) {

    static SecurityGroupView of(SecurityGroup group, List<SecurityRuleView> rules) {
        return new SecurityGroupView(
                group.id(),
                group.name(),
                group.projectId(),
                group.projectId(),
                group.description(),
                true,
                false,
                rules,
                group.tags(),
                group.revision(),
                Times.SECONDS_Z.of(group.createdAt()),
                Times.SECONDS_Z.of(group.updatedAt()));
    }
}
