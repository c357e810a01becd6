package org.cumulet.identity.endpointgroup;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change a group of endpoints.
public enum EndpointGroupRule implements IdentityRule {
    LIST("identity:list_endpoint_groups", Persona.SYSTEM_READER),
    LIST_ENDPOINTS("identity:list_endpoints_associated_with_endpoint_group", Persona.SYSTEM_READER),
    GET("identity:get_endpoint_group", Persona.SYSTEM_READER),
    CREATE("identity:create_endpoint_group", Persona.ADMIN),
    UPDATE("identity:update_endpoint_group", Persona.ADMIN),
    DELETE("identity:delete_endpoint_group", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    EndpointGroupRule(String rule, Persona persona) {
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
