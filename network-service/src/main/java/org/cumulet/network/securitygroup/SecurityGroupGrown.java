package org.cumulet.network.securitygroup;

import java.util.UUID;

/// Said within the transaction that makes a group: it begins with some rules.
public record SecurityGroupGrown(UUID group, String project, boolean isDefault) {}
