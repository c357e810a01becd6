package org.cumulet.identity.role;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a role itself.
public enum RoleRule implements IdentityRule {
    LIST("identity:list_roles", Persona.SYSTEM_READER),
    GET("identity:get_role", Persona.SYSTEM_READER),
    CREATE("identity:create_role", Persona.ADMIN),
    UPDATE("identity:update_role", Persona.ADMIN),
    DELETE("identity:delete_role", Persona.ADMIN),
    LIST_IN_DOMAIN("identity:list_domain_roles", Persona.SYSTEM_READER),
    GET_IN_DOMAIN("identity:get_domain_role", Persona.SYSTEM_READER),
    CREATE_IN_DOMAIN("identity:create_domain_role", Persona.ADMIN),
    UPDATE_IN_DOMAIN("identity:update_domain_role", Persona.ADMIN),
    DELETE_IN_DOMAIN("identity:delete_domain_role", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    RoleRule(String rule, Persona persona) {
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
