package org.cumulet.network.tag;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;

/// `/v2.0/subnets/{id}/tags`
@Path("/network/v2.0/subnets/{id}/tags")
@RunOnVirtualThread
public class SubnetTagsResource extends TagEndpoints {

    SubnetTagsResource(TagService tags) {
        super(tags, "subnets");
    }
}
