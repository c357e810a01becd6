package org.cumulet.identity.assignment;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see all grants.
public enum AssignmentRule implements IdentityRule {
    LIST("identity:list_role_assignments", Persona.DOMAIN_READER),
    LIST_TREE("identity:list_role_assignments_for_tree", Persona.DOMAIN_ADMIN);

    private final String rule;
    private final Persona persona;

    AssignmentRule(String rule, Persona persona) {
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
