package org.cumulet.identity.region;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a region.
public enum RegionRule implements IdentityRule {
    LIST("identity:list_regions", Persona.ANYBODY),
    GET("identity:get_region", Persona.ANYBODY),
    CREATE("identity:create_region", Persona.ADMIN),
    UPDATE("identity:update_region", Persona.ADMIN),
    DELETE("identity:delete_region", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    RegionRule(String rule, Persona persona) {
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
