package org.cumulet.identity.token;

import java.util.List;
import org.cumulet.auth.Scope;
import org.cumulet.identity.role.Role;

/// What a token is good for, and with which roles.
record Standing(Scope scope, List<Role> roles) {

    static final Standing UNSCOPED = new Standing(new Scope.Unscoped(), List.of());
}
