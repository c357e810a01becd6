package org.cumulet.identity.domainconfig;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change the settings of a domain.
public enum DomainConfigRule implements IdentityRule {
    GET("identity:get_domain_config", Persona.SYSTEM_READER),
    GET_DEFAULT("identity:get_domain_config_default", Persona.SYSTEM_READER),
    CREATE("identity:create_domain_config", Persona.ADMIN),
    UPDATE("identity:update_domain_config", Persona.ADMIN),
    DELETE("identity:delete_domain_config", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    DomainConfigRule(String rule, Persona persona) {
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
