package org.cumulet.identity.endpointpolicy;

import org.jspecify.annotations.Nullable;

/// What a policy is said to apply to: one endpoint, a service, or a service within a region.
sealed interface Subject {

    record OneEndpoint(String id) implements Subject {}

    record Service(String id) implements Subject {}

    record ServiceInRegion(String id, String region) implements Subject {}

    /// As the table has it.
    default Columns columns() {
        return switch (this) {
            case OneEndpoint(var id) -> new Columns(id, null, null);
            case Service(var id) -> new Columns(null, id, null);
            case ServiceInRegion(var id, var region) -> new Columns(null, id, region);
        };
    }

    record Columns(
            @Nullable String endpointId,
            @Nullable String serviceId,
            @Nullable String regionId) {}

    default EndpointPolicyRule create() {
        return switch (this) {
            case OneEndpoint _ -> EndpointPolicyRule.CREATE_ENDPOINT;
            case Service _ -> EndpointPolicyRule.CREATE_SERVICE;
            case ServiceInRegion _ -> EndpointPolicyRule.CREATE_REGION;
        };
    }

    default EndpointPolicyRule check() {
        return switch (this) {
            case OneEndpoint _ -> EndpointPolicyRule.CHECK_ENDPOINT;
            case Service _ -> EndpointPolicyRule.CHECK_SERVICE;
            case ServiceInRegion _ -> EndpointPolicyRule.CHECK_REGION;
        };
    }

    default EndpointPolicyRule delete() {
        return switch (this) {
            case OneEndpoint _ -> EndpointPolicyRule.DELETE_ENDPOINT;
            case Service _ -> EndpointPolicyRule.DELETE_SERVICE;
            case ServiceInRegion _ -> EndpointPolicyRule.DELETE_REGION;
        };
    }
}
