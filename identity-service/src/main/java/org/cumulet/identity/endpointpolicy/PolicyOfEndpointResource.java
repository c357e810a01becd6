package org.cumulet.identity.endpointpolicy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// A policy for one endpoint.
@Path("/identity/v3/policies/{policy}/OS-ENDPOINT-POLICY/endpoints/{endpoint}")
@RunOnVirtualThread
class PolicyOfEndpointResource {

    private final EndpointPolicyService associations;

    PolicyOfEndpointResource(EndpointPolicyService associations) {
        this.associations = associations;
    }

    @PUT
    public void create(String policy, String endpoint) {
        associations.create(policy, new Subject.OneEndpoint(endpoint));
    }

    @GET
    public void check(String policy, String endpoint) {
        associations.check(policy, new Subject.OneEndpoint(endpoint));
    }

    @DELETE
    public void delete(String policy, String endpoint) {
        associations.delete(policy, new Subject.OneEndpoint(endpoint));
    }
}
