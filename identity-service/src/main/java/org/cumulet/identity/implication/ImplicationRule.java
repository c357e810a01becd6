package org.cumulet.identity.implication;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may know and change which role implies which.
public enum ImplicationRule implements IdentityRule {
    LIST("identity:list_implied_roles", Persona.SYSTEM_READER),
    GET("identity:get_implied_role", Persona.SYSTEM_READER),
    CREATE("identity:create_implied_role", Persona.ADMIN),
    DELETE("identity:delete_implied_role", Persona.ADMIN),
    LIST_ALL("identity:list_role_inference_rules", Persona.SYSTEM_READER);

    private final String rule;
    private final Persona persona;

    ImplicationRule(String rule, Persona persona) {
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
