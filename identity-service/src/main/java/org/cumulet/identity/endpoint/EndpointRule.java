package org.cumulet.identity.endpoint;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with an endpoint.
public enum EndpointRule implements IdentityRule {
    LIST("identity:list_endpoints", Persona.SYSTEM_READER),
    GET("identity:get_endpoint", Persona.SYSTEM_READER),
    CREATE("identity:create_endpoint", Persona.ADMIN),
    UPDATE("identity:update_endpoint", Persona.ADMIN),
    DELETE("identity:delete_endpoint", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    EndpointRule(String rule, Persona persona) {
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
