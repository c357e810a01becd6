package org.cumulet.identity.keystone;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may bring in what another cloud had. The name is ours: Keystone has nothing like it.
public enum KeystoneRule implements IdentityRule {
    IMPORT("identity:import_keystone", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    KeystoneRule(String rule, Persona persona) {
        this.rule = rule;
        this.persona = persona;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Persona persona() {
        return persona;
    }
}
