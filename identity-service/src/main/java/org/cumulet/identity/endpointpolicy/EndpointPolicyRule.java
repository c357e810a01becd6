package org.cumulet.identity.endpointpolicy;

import org.cumulet.identity.policy.IdentityRule;
import org.cumulet.identity.policy.Persona;

/// Who may see and say which policy applies to an endpoint.
public enum EndpointPolicyRule implements IdentityRule {
    CREATE_ENDPOINT("identity:create_policy_association_for_endpoint", Persona.ADMIN),
    CHECK_ENDPOINT("identity:check_policy_association_for_endpoint", Persona.SYSTEM_READER),
    DELETE_ENDPOINT("identity:delete_policy_association_for_endpoint", Persona.ADMIN),
    CREATE_SERVICE("identity:create_policy_association_for_service", Persona.ADMIN),
    CHECK_SERVICE("identity:check_policy_association_for_service", Persona.SYSTEM_READER),
    DELETE_SERVICE("identity:delete_policy_association_for_service", Persona.ADMIN),
    CREATE_REGION("identity:create_policy_association_for_region_and_service", Persona.ADMIN),
    CHECK_REGION("identity:check_policy_association_for_region_and_service", Persona.SYSTEM_READER),
    DELETE_REGION("identity:delete_policy_association_for_region_and_service", Persona.ADMIN),
    GET_POLICY("identity:get_policy_for_endpoint", Persona.SYSTEM_READER),
    LIST_ENDPOINTS("identity:list_endpoints_for_policy", Persona.SYSTEM_READER);

    private final String rule;
    private final Persona persona;

    EndpointPolicyRule(String rule, Persona persona) {
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
