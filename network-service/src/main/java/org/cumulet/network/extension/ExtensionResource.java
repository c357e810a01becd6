package org.cumulet.network.extension;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.wire.Ids;

/// `/v2.0/extensions`
@Path("/network/v2.0/extensions")
@RunOnVirtualThread
public class ExtensionResource {

    @GET
    public ExtensionView.Many list() {
        return new ExtensionView.Many(
                Stream.of(Extension.values()).map(Extension::view).toList());
    }

    @GET
    @Path("/{alias}")
    public ExtensionView.One show(@PathParam("alias") String alias) {
        return new ExtensionView.One(Extension.parse(alias)
                .orElseThrow(() ->
                        Fault.NotFound.saying("Extension with alias %s does not exist".formatted(Ids.shown(alias))))
                .view());
    }
}
