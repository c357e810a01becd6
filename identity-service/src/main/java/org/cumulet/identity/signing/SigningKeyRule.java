package org.cumulet.identity.signing;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see to the keys of tokens. The names are ours: Keystone has files for this.
public enum SigningKeyRule implements IdentityRule {
    LIST("identity:list_signing_keys", Persona.SYSTEM_READER),
    ROTATE("identity:rotate_signing_keys", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    SigningKeyRule(String rule, Persona persona) {
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
