package org.cumulet.identity.identityprovider;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with an identity provider.
public enum IdentityProviderRule implements IdentityRule {
    LIST("identity:list_identity_providers", Persona.SYSTEM_READER),
    GET("identity:get_identity_provider", Persona.SYSTEM_READER),
    CREATE("identity:create_identity_provider", Persona.ADMIN),
    UPDATE("identity:update_identity_provider", Persona.ADMIN),
    DELETE("identity:delete_identity_provider", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    IdentityProviderRule(String rule, Persona persona) {
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
