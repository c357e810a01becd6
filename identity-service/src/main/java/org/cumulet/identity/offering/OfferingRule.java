package org.cumulet.identity.offering;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a service of the catalog.
public enum OfferingRule implements IdentityRule {
    LIST("identity:list_services", Persona.SYSTEM_READER),
    GET("identity:get_service", Persona.SYSTEM_READER),
    CREATE("identity:create_service", Persona.ADMIN),
    UPDATE("identity:update_service", Persona.ADMIN),
    DELETE("identity:delete_service", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    OfferingRule(String rule, Persona persona) {
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
