package org.cumulet.identity.endpointpolicy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// A policy for the endpoints of a service in a region.
@Path("/identity/v3/policies/{policy}/OS-ENDPOINT-POLICY/services/{service}/regions/{region}")
@RunOnVirtualThread
class PolicyOfRegionResource {

    private final EndpointPolicyService associations;

    PolicyOfRegionResource(EndpointPolicyService associations) {
        this.associations = associations;
    }

    @PUT
    public void create(String policy, String service, String region) {
        associations.create(policy, new Subject.ServiceInRegion(service, region));
    }

    @GET
    public void check(String policy, String service, String region) {
        associations.check(policy, new Subject.ServiceInRegion(service, region));
    }

    @DELETE
    public void delete(String policy, String service, String region) {
        associations.delete(policy, new Subject.ServiceInRegion(service, region));
    }
}
