package org.cumulet.identity.grant;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may give and take roles, and know who holds which.
public enum GrantRule implements IdentityRule {
    LIST_PROJECTS("identity:list_user_projects", Persona.SELF_OR_READER),
    LIST("identity:list_grants", Persona.DOMAIN_READER),
    CHECK("identity:check_grant", Persona.DOMAIN_READER),
    CREATE("identity:create_grant", Persona.DOMAIN_ADMIN),
    REVOKE("identity:revoke_grant", Persona.DOMAIN_ADMIN),
    LIST_SYSTEM("identity:list_system_grants_for_user", Persona.SYSTEM_READER),
    CHECK_SYSTEM("identity:check_system_grant_for_user", Persona.SYSTEM_READER),
    CREATE_SYSTEM("identity:create_system_grant_for_user", Persona.ADMIN),
    REVOKE_SYSTEM("identity:revoke_system_grant_for_user", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    GrantRule(String rule, Persona persona) {
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

    /// The rule of the same action on the system, where that is the place.
    GrantRule at(Place place) {
        return place instanceof Place.System
                ? switch (this) {
                    case LIST -> LIST_SYSTEM;
                    case CHECK -> CHECK_SYSTEM;
                    case CREATE -> CREATE_SYSTEM;
                    case REVOKE -> REVOKE_SYSTEM;
                    case LIST_PROJECTS, LIST_SYSTEM, CHECK_SYSTEM, CREATE_SYSTEM, REVOKE_SYSTEM -> this;
                }
                : this;
    }
}
