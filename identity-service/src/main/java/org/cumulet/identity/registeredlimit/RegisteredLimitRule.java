package org.cumulet.identity.registeredlimit;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change registered limits.
public enum RegisteredLimitRule implements IdentityRule {
    LIST("identity:list_registered_limits", Persona.ANYBODY),
    GET("identity:get_registered_limit", Persona.ANYBODY),
    CREATE("identity:create_registered_limits", Persona.ADMIN),
    UPDATE("identity:update_registered_limit", Persona.ADMIN),
    DELETE("identity:delete_registered_limit", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    RegisteredLimitRule(String rule, Persona persona) {
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
