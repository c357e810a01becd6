package org.cumulet.compute.change;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.listing.ServerView;
import org.cumulet.compute.listing.ServerViews;
import org.cumulet.compute.web.ComputeVersions;

/// `/v2.1/servers/{id}`, to change and to delete.
@Path("/compute/v2.1/servers/{id}")
@RunOnVirtualThread
class ChangeResource {

    private final ChangeService changes;
    private final PowerService power;
    private final ServerViews views;

    ChangeResource(ChangeService changes, PowerService power, ServerViews views) {
        this.changes = changes;
        this.power = power;
        this.views = views;
    }

    @PUT
    public ServerView.One change(String id, @NotNull @Valid ServerChange.Request request) {
        var server = changes.change(id, request.server());
        return new ServerView.One(
                Microversion.atLeast(ComputeVersions.STRICT_QUERIES) ? views.one(server) : views.changed(server));
    }

    @DELETE
    public void delete(String id) {
        power.delete(id);
    }
}
