package org.cumulet.inventory.placement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.cumulet.api.version.Since;
import org.cumulet.auth.CurrentCaller;

/// `/placement/resource_classes`: kinds of things that can be given away.
@Path("/placement/resource_classes")
@RunOnVirtualThread
class ResourceClassResource {

    private final CurrentCaller caller;

    ResourceClassResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Since("1.2")
    public Many list(@Context UriInfo uri) {
        caller.must(PlacementRule.CLASSES_LIST);
        QueryString.of(uri, Set.of());
        return new Many(ResourceClasses.ALL.stream().map(View::of).toList());
    }

    record Many(List<View> resourceClasses) {}

    record View(String name, List<Link> links) {
        static View of(String name) {
            return new View(name, List.of(new Link("self", "/placement/resource_classes/" + name)));
        }
    }

    record Link(String rel, String href) {}
}
