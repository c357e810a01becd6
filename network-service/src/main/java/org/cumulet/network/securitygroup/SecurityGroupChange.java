package org.cumulet.network.securitygroup;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cumulet.network.wire.Body;

/// What a caller wants to be different about a security group.
record SecurityGroupChange(Optional<String> name, Optional<String> description) {

    static SecurityGroupChange from(Body body) {
        var change = new SecurityGroupChange(body.text("name", 255), body.text("description", 255));
        var readOnly = new HashSet<>(NewSecurityGroup.READ_ONLY);
        readOnly.addAll(List.of("project_id", "tenant_id"));
        body.nothingElse(readOnly, "PUT");
        return change;
    }
}
