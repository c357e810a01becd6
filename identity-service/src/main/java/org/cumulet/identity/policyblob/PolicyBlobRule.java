package org.cumulet.identity.policyblob;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change a policy.
public enum PolicyBlobRule implements IdentityRule {
    LIST("identity:list_policies", Persona.SYSTEM_READER),
    GET("identity:get_policy", Persona.SYSTEM_READER),
    CREATE("identity:create_policy", Persona.ADMIN),
    UPDATE("identity:update_policy", Persona.ADMIN),
    DELETE("identity:delete_policy", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    PolicyBlobRule(String rule, Persona persona) {
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
