package org.cumulet.identity.endpointpolicy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.policyblob.PolicyBlobView;
import org.cumulet.identity.wire.Links;

/// The policy that applies to an endpoint.
@Path("/identity/v3/endpoints/{endpoint}/OS-ENDPOINT-POLICY/policy")
@RunOnVirtualThread
class PolicyInForceResource {

    private final EndpointPolicyService associations;
    private final Links links;

    PolicyInForceResource(EndpointPolicyService associations, Links links) {
        this.associations = associations;
        this.links = links;
    }

    @GET
    public PolicyBlobView.One show(String endpoint) {
        return PolicyBlobView.One.of(associations.policyOf(endpoint), links);
    }
}
