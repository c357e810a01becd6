package org.cumulet.network.tag;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;

/// `/v2.0/ports/{id}/tags`
@Path("/network/v2.0/ports/{id}/tags")
@RunOnVirtualThread
public class PortTagsResource extends TagEndpoints {

    PortTagsResource(TagService tags) {
        super(tags, "ports");
    }
}
