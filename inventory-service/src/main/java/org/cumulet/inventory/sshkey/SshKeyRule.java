package org.cumulet.inventory.sshkey;

import org.cumulet.auth.Access;
import org.cumulet.auth.Rule;

/// Who may know by which key the cloud is known to its hosts.
enum SshKeyRule implements Rule {
    SHOW;

    @Override
    public String rule() {
        return "inventory:ssh_key:show";
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }
}
