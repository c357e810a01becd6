package org.cumulet.identity.project;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a project.
public enum ProjectRule implements IdentityRule {
    LIST("identity:list_projects", Persona.DOMAIN_READER),
    GET("identity:get_project", Persona.PROJECT_READER),
    CREATE("identity:create_project", Persona.DOMAIN_ADMIN),
    CREATE_DOMAIN("identity:create_domain", Persona.ADMIN),
    UPDATE("identity:update_project", Persona.DOMAIN_ADMIN),
    UPDATE_DOMAIN("identity:update_domain", Persona.ADMIN),
    DELETE_DOMAIN("identity:delete_domain", Persona.ADMIN),
    DELETE("identity:delete_project", Persona.DOMAIN_ADMIN);

    private final String rule;
    private final Persona persona;

    ProjectRule(String rule, Persona persona) {
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
