package org.cumulet.identity.limit;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change limits.
public enum LimitRule implements IdentityRule {
    MODEL("identity:get_limit_model", Persona.ANYBODY),
    LIST("identity:list_limits", Persona.ANYBODY),
    GET("identity:get_limit", Persona.PROJECT_READER),
    CREATE("identity:create_limits", Persona.ADMIN),
    UPDATE("identity:update_limit", Persona.ADMIN),
    DELETE("identity:delete_limit", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    LimitRule(String rule, Persona persona) {
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
