package org.cumulet.identity.credential;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may do what with an application credential.
public enum CredentialRule implements IdentityRule {
    LIST("identity:list_application_credentials", Persona.SELF_OR_SYSTEM_READER),
    GET("identity:get_application_credential", Persona.SELF_OR_SYSTEM_READER),
    CREATE("identity:create_application_credential", Persona.SELF),
    DELETE("identity:delete_application_credential", Persona.SELF_OR_ADMIN);

    private final String rule;
    private final Persona persona;

    CredentialRule(String rule, Persona persona) {
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
