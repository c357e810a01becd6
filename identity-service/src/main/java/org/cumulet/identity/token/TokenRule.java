package org.cumulet.identity.token;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may ask about tokens, and end them.
public enum TokenRule implements IdentityRule {
    VALIDATE("identity:validate_token", Persona.SELF_OR_SERVICE_OR_SYSTEM_READER),
    REVOKE("identity:revoke_token", Persona.SELF_OR_SERVICE),
    LIST_PROJECTS("identity:get_auth_projects", Persona.ANYBODY),
    LIST_DOMAINS("identity:get_auth_domains", Persona.ANYBODY),
    LIST_SYSTEM("identity:get_auth_system", Persona.ANYBODY);

    private final String rule;
    private final Persona persona;

    TokenRule(String rule, Persona persona) {
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
