package org.cumulet.identity.endpointpolicy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.endpoint.EndpointView;
import org.cumulet.identity.wire.Links;

/// The endpoints that a policy applies to.
@Path("/identity/v3/policies/{policy}/OS-ENDPOINT-POLICY/endpoints")
@RunOnVirtualThread
class EndpointsOfPolicyResource {

    private final EndpointPolicyService associations;
    private final Links links;

    EndpointsOfPolicyResource(EndpointPolicyService associations, Links links) {
        this.associations = associations;
        this.links = links;
    }

    @GET
    public EndpointView.Many list(String policy) {
        return EndpointView.Many.of(associations.endpointsOf(policy), links);
    }
}
