package org.cumulet.identity.endpointpolicy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// A policy for all endpoints of a service.
@Path("/identity/v3/policies/{policy}/OS-ENDPOINT-POLICY/services/{service}")
@RunOnVirtualThread
class PolicyOfServiceResource {

    private final EndpointPolicyService associations;

    PolicyOfServiceResource(EndpointPolicyService associations) {
        this.associations = associations;
    }

    @PUT
    public void create(String policy, String service) {
        associations.create(policy, new Subject.Service(service));
    }

    @GET
    public void check(String policy, String service) {
        associations.check(policy, new Subject.Service(service));
    }

    @DELETE
    public void delete(String policy, String service) {
        associations.delete(policy, new Subject.Service(service));
    }
}
