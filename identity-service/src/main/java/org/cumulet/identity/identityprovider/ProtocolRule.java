package org.cumulet.identity.identityprovider;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a protocol of an identity provider.
public enum ProtocolRule implements IdentityRule {
    LIST("identity:list_protocols", Persona.SYSTEM_READER),
    GET("identity:get_protocol", Persona.SYSTEM_READER),
    CREATE("identity:create_protocol", Persona.ADMIN),
    UPDATE("identity:update_protocol", Persona.ADMIN),
    DELETE("identity:delete_protocol", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    ProtocolRule(String rule, Persona persona) {
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
