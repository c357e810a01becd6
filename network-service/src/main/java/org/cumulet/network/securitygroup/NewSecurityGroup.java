package org.cumulet.network.securitygroup;

import java.util.Set;
import org.cumulet.auth.Caller;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.Owner;

/// The security group a caller wants.
record NewSecurityGroup(String projectId, String name, String description) {

    static final Set<String> READ_ONLY = Set.of(
            "id", "security_group_rules", "stateful", "shared", "tags", "revision_number", "created_at", "updated_at");

    static NewSecurityGroup from(Body body, Caller caller) {
        var wish = new NewSecurityGroup(
                Owner.of(body, caller),
                body.text("name", 255).orElse(""),
                body.text("description", 255).orElse(""));
        body.nothingElse(READ_ONLY, "POST");
        return wish;
    }
}
