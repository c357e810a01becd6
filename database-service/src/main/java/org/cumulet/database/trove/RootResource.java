package org.cumulet.database.trove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.cumulet.database.database.UserService;
import org.cumulet.database.instance.InstanceService;
import org.jspecify.annotations.Nullable;

/// `…/instances/{instance}/root`: who owns all databases of an instance, and nothing beyond them.
@Path("/database/v1.0/{project_id}/instances/{instance}/root")
@RunOnVirtualThread
class RootResource {

    private final UserService users;
    private final InstanceService instances;
    private final ObjectMapper json;

    RootResource(UserService users, InstanceService instances, ObjectMapper json) {
        this.users = users;
        this.instances = instances;
        this.json = json;
    }

    @GET
    public ContentView.RootShown show(String instance) {
        return new ContentView.RootShown(instances.rootOf(instance).rootEnabled() != null);
    }

    /// The stock client sends no body where it leaves the password to us, and says no type of it.
    @POST
    @Consumes(MediaType.WILDCARD)
    public ContentView.RootMade enable(String instance, @Nullable String body) throws JsonProcessingException {
        var root = users.enableRoot(instance, body == null || body.isBlank() ? null : password(body));
        return new ContentView.RootMade(new ContentView.Root(root.name(), root.password()));
    }

    private @Nullable String password(String body) throws JsonProcessingException {
        @Nullable Wish wish = json.readValue(body, Wish.class);
        return wish == null ? null : wish.password();
    }

    @DELETE
    public void disable(String instance) {
        users.disableRoot(instance);
    }

    /// @param password one that we make when left out
    record Wish(@Nullable String password) {
        @Override
        public String toString() {
            return "Wish";
        }
    }
}
