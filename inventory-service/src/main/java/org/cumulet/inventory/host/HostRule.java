package org.cumulet.inventory.host;

import org.cumulet.auth.Access;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Rule;
import org.cumulet.auth.Target;

/// Who may do what with a host. Where hosts are and how to reach them is for admins, and for services that work there.
enum HostRule implements Rule {
    LIST("inventory:hosts:index"),
    SHOW("inventory:hosts:show"),
    CREATE("inventory:hosts:create"),
    UPDATE("inventory:hosts:update"),
    PROBE("inventory:hosts:probe"),
    INSTALL_KEY("inventory:hosts:install_key"),
    MAINTENANCE("inventory:hosts:maintenance"),
    SERVERS("inventory:hosts:servers"),
    DELETE("inventory:hosts:delete");

    private final String rule;

    HostRule(String rule) {
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Access access() {
        return Access.ADMIN;
    }

    @Override
    public boolean allows(Caller caller, Target target) {
        return switch (this) {
            case LIST, SHOW -> caller.isService() || Rule.super.allows(caller, target);
            case CREATE, UPDATE, PROBE, INSTALL_KEY, MAINTENANCE, SERVERS, DELETE -> Rule.super.allows(caller, target);
        };
    }
}
