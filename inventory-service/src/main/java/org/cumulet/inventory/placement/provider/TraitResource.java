package org.cumulet.inventory.placement.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.cumulet.api.version.Since;
import org.cumulet.inventory.placement.QueryString;

/// `/placement/traits`: qualities that providers can have.
@Path("/placement/traits")
@RunOnVirtualThread
class TraitResource {

    private final TraitService traits;

    TraitResource(TraitService traits) {
        this.traits = traits;
    }

    @GET
    @Since("1.6")
    public Names list(@Context UriInfo uri) {
        var query = QueryString.of(uri, Set.of("name", "associated"));
        return new Names(traits.list(query.oneOrNull("name"), query.oneOrNull("associated")));
    }

    record Names(List<String> traits) {}
}
