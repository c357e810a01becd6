package org.cumulet.network.tag;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;

/// `/v2.0/networks/{id}/tags`
@Path("/network/v2.0/networks/{id}/tags")
@RunOnVirtualThread
public class NetworkTagsResource extends TagEndpoints {

    NetworkTagsResource(TagService tags) {
        super(tags, "networks");
    }
}
