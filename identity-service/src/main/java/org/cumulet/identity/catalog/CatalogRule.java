package org.cumulet.identity.catalog;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see the catalog.
public enum CatalogRule implements IdentityRule {
    GET("identity:get_auth_catalog", Persona.SCOPED);

    private final String rule;
    private final Persona persona;

    CatalogRule(String rule, Persona persona) {
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
