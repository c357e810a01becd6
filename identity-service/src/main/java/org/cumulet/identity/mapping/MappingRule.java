package org.cumulet.identity.mapping;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a mapping.
public enum MappingRule implements IdentityRule {
    LIST("identity:list_mappings", Persona.SYSTEM_READER),
    GET("identity:get_mapping", Persona.SYSTEM_READER),
    CREATE("identity:create_mapping", Persona.ADMIN),
    UPDATE("identity:update_mapping", Persona.ADMIN),
    DELETE("identity:delete_mapping", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    MappingRule(String rule, Persona persona) {
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
