package org.cumulet.image.discovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;

/// `/v2/metadefs/namespaces`: catalogues of properties. There are none; dashboards ask all the same.
@Path("/image/v2/metadefs/namespaces")
@RunOnVirtualThread
class NamespaceResource {

    private final CurrentCaller caller;

    NamespaceResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    public Namespaces list() {
        caller.must(NamespaceRule.LIST);
        return new Namespaces(List.of(), "/v2/metadefs/namespaces", "/v2/schemas/metadefs/namespaces");
    }

    @GET
    @Path("{name}")
    public Namespaces show(@PathParam("name") String name) {
        caller.must(NamespaceRule.SHOW);
        throw Fault.NotFound.saying("Metadata definition namespace not found");
    }

    record Namespaces(List<String> namespaces, String first, String schema) {}
}
