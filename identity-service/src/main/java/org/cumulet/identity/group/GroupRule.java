package org.cumulet.identity.group;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with a group.
public enum GroupRule implements IdentityRule {
    LIST("identity:list_groups", Persona.DOMAIN_READER),
    LIST_OF_USER("identity:list_groups_for_user", Persona.SELF_OR_READER),
    GET("identity:get_group", Persona.DOMAIN_READER),
    CREATE("identity:create_group", Persona.DOMAIN_ADMIN),
    UPDATE("identity:update_group", Persona.DOMAIN_ADMIN),
    DELETE("identity:delete_group", Persona.DOMAIN_ADMIN),
    LIST_USERS("identity:list_users_in_group", Persona.DOMAIN_READER),
    CHECK_USER("identity:check_user_in_group", Persona.DOMAIN_READER),
    ADD_USER("identity:add_user_to_group", Persona.DOMAIN_ADMIN),
    REMOVE_USER("identity:remove_user_from_group", Persona.DOMAIN_ADMIN);

    private final String rule;
    private final Persona persona;

    GroupRule(String rule, Persona persona) {
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
