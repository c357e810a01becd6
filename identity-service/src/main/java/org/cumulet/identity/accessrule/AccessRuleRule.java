package org.cumulet.identity.accessrule;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and delete a user's access rules.
public enum AccessRuleRule implements IdentityRule {
    LIST("identity:list_access_rules", Persona.SELF_OR_SYSTEM_READER),
    GET("identity:get_access_rule", Persona.SELF_OR_SYSTEM_READER),
    DELETE("identity:delete_access_rule", Persona.SELF_OR_ADMIN);

    private final String rule;
    private final Persona persona;

    AccessRuleRule(String rule, Persona persona) {
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
