package org.cumulet.identity.endpointfilter;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change which endpoints a project's catalog has.
public enum EndpointFilterRule implements IdentityRule {
    LIST_PROJECTS("identity:list_projects_for_endpoint", Persona.SYSTEM_READER),
    ADD("identity:add_endpoint_to_project", Persona.ADMIN),
    CHECK("identity:check_endpoint_in_project", Persona.SYSTEM_READER),
    LIST("identity:list_endpoints_for_project", Persona.SYSTEM_READER),
    REMOVE("identity:remove_endpoint_from_project", Persona.ADMIN),
    LIST_GROUP_PROJECTS("identity:list_projects_associated_with_endpoint_group", Persona.SYSTEM_READER),
    GET_GROUP("identity:get_endpoint_group_in_project", Persona.SYSTEM_READER),
    LIST_GROUPS("identity:list_endpoint_groups_for_project", Persona.SYSTEM_READER),
    ADD_GROUP("identity:add_endpoint_group_to_project", Persona.ADMIN),
    REMOVE_GROUP("identity:remove_endpoint_group_from_project", Persona.ADMIN);

    private final String rule;
    private final Persona persona;

    EndpointFilterRule(String rule, Persona persona) {
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
