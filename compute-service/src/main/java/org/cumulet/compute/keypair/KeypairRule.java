package org.cumulet.compute.keypair;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may do what with a keypair: its user.
enum KeypairRule implements Rule {
    LIST("os_compute_api:os-keypairs:index"),
    CREATE("os_compute_api:os-keypairs:create"),
    SHOW("os_compute_api:os-keypairs:show"),
    DELETE("os_compute_api:os-keypairs:delete");

    private final String rule;

    KeypairRule(String rule) {
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Access access() {
        return Access.SELF;
    }
}
