package org.cumulet.network.tag;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;

/// `/v2.0/security-groups/{id}/tags`
@Path("/network/v2.0/security-groups/{id}/tags")
@RunOnVirtualThread
public class SecurityGroupTagsResource extends TagEndpoints {

    SecurityGroupTagsResource(TagService tags) {
        super(tags, "security-groups");
    }
}
