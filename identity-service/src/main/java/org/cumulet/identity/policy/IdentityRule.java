package org.cumulet.identity.policy;

import org.cumulet.auth.Access;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Rule;
import org.cumulet.auth.Target;

/// A rule in terms of identity's personas.
public interface IdentityRule extends Rule {

    Persona persona();

    @Override
    default Access access() {
        return persona().access();
    }

    @Override
    default boolean allows(Caller caller, Target target) {
        return persona().holds(caller, target);
    }
}
