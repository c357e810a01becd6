package org.cumulet.identity.domain;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a domain.
public enum DomainRule implements IdentityRule {
    LIST("identity:list_domains", Persona.DOMAIN_HOLDER),
    GET("identity:get_domain", Persona.DOMAIN_RESIDENT),
    CREATE("identity:create_domain", Persona.ADMIN),
    UPDATE("identity:update_domain", Persona.ADMIN),
    DELETE("identity:delete_domain", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    DomainRule(String rule, Persona persona) {
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
