package org.cumulet.identity.trust;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change a trust.
public enum TrustRule implements IdentityRule {
    CREATE("identity:create_trust", Persona.SELF),
    LIST("identity:list_trusts", Persona.SYSTEM_READER),
    LIST_FOR_TRUSTOR("identity:list_trusts_for_trustor", Persona.SELF_OR_SYSTEM_READER),
    LIST_FOR_TRUSTEE("identity:list_trusts_for_trustee", Persona.SELF_OR_SYSTEM_READER),
    GET("identity:get_trust", Persona.SELF_OR_SYSTEM_READER),
    DELETE("identity:delete_trust", Persona.SELF_OR_ADMIN),
    LIST_ROLES("identity:list_roles_for_trust", Persona.SELF_OR_SYSTEM_READER),
    GET_ROLE("identity:get_role_for_trust", Persona.SELF_OR_SYSTEM_READER);

    private final String rule;
    private final Persona persona;

    TrustRule(String rule, Persona persona) {
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
