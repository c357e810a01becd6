package org.cumulet.compute.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.server.SecurityGroupWish;

/// A security group as the network service answers it.
@JsonIgnoreProperties(ignoreUnknown = true)
record SecurityGroup(UUID id, String name) {

    SecurityGroupWish wish() {
        return new SecurityGroupWish(id, name);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Many(List<SecurityGroup> securityGroups) {}
}
