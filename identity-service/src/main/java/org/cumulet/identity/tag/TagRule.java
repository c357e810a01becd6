package org.cumulet.identity.tag;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change the tags of a project.
public enum TagRule implements IdentityRule {
    LIST("identity:list_project_tags", Persona.PROJECT_READER),
    GET("identity:get_project_tag", Persona.PROJECT_READER),
    UPDATE_ALL("identity:update_project_tags", Persona.DOMAIN_ADMIN),
    CREATE("identity:create_project_tag", Persona.DOMAIN_ADMIN),
    DELETE_ALL("identity:delete_project_tags", Persona.DOMAIN_ADMIN),
    DELETE("identity:delete_project_tag", Persona.DOMAIN_ADMIN);

    private final String rule;
    private final Persona persona;

    TagRule(String rule, Persona persona) {
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
