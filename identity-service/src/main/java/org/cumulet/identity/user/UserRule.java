package org.cumulet.identity.user;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a user.
public enum UserRule implements IdentityRule {
    LIST("identity:list_users", Persona.DOMAIN_READER),
    GET("identity:get_user", Persona.SELF_OR_READER),
    CREATE("identity:create_user", Persona.DOMAIN_ADMIN),
    UPDATE("identity:update_user", Persona.DOMAIN_ADMIN),
    DELETE("identity:delete_user", Persona.DOMAIN_ADMIN);

    private final String rule;
    private final Persona persona;

    UserRule(String rule, Persona persona) {
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
