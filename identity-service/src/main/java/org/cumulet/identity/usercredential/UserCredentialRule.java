package org.cumulet.identity.usercredential;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and change a credential.
public enum UserCredentialRule implements IdentityRule {
    LIST("identity:list_credentials", Persona.SELF_OR_SYSTEM_READER),
    GET("identity:get_credential", Persona.SELF_OR_SYSTEM_READER),
    CREATE("identity:create_credential", Persona.SELF_OR_ADMIN),
    UPDATE("identity:update_credential", Persona.SELF_OR_ADMIN),
    DELETE("identity:delete_credential", Persona.SELF_OR_ADMIN);

    private final String rule;
    private final Persona persona;

    UserCredentialRule(String rule, Persona persona) {
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
