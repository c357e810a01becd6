package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.database.database.UserService;
import org.cumulet.database.instance.InstanceService;
import org.jspecify.annotations.Nullable;

/// `…/instances/{instance}/root`: who owns all databases of an instance, and nothing beyond them.
@Path("/database/v1.0/{project_id}/instances/{instance}/root")
@RunOnVirtualThread
class RootResource {

    private final UserService users;
    private final InstanceService instances;

    RootResource(UserService users, InstanceService instances) {
        this.users = users;
        this.instances = instances;
    }

    @GET
    public ContentView.RootShown show(String instance) {
        return new ContentView.RootShown(instances.rootOf(instance).rootEnabled() != null);
    }

    @POST
    public ContentView.RootMade enable(String instance, @Nullable @Valid Wish wish) {
        var root = users.enableRoot(instance, wish == null ? null : wish.password());
        return new ContentView.RootMade(new ContentView.Root(root.name(), root.password()));
    }

    @DELETE
    public void disable(String instance) {
        users.disableRoot(instance);
    }

    /// @param password one that we make when left out
    record Wish(@Nullable @Size(max = 255) String password) {
        @Override
        public String toString() {
            return "Wish";
        }
    }
}
