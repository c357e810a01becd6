package org.cumulet.compute.extension;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cumulet.api.fault.Fault;

/// `/v2.1/extensions`: a fixed list, for clients from before there were microversions.
@Path("/compute/v2.1/extensions")
@RunOnVirtualThread
class ExtensionResource {

    @GET
    public Many list() {
        return new Many(Extension.all());
    }

    @GET
    @Path("{alias}")
    public One show(String alias) {
        return new One(
                Extension.named(alias).orElseThrow(() -> Fault.NotFound.saying("The resource could not be found.")));
    }

    record Many(List<Extension.View> extensions) {}

    record One(Extension.View extension) {}
}
