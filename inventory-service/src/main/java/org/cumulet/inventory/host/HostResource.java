package org.cumulet.inventory.host;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.inventory.InventorySettings;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/inventory/v1/hosts`: the machines that servers run on.
@Path("/inventory/v1/hosts")
@RunOnVirtualThread
class HostResource {

    private final HostService hosts;
    private final PublicUrl url;
    private final String instancesPath;

    HostResource(HostService hosts, PublicUrl url, InventorySettings settings) {
        this.hosts = hosts;
        this.url = url;
        this.instancesPath = settings.instancesPath();
    }

    @POST
    @ResponseStatus(202)
    public HostView.Many register(@NotNull @Valid NewHost.Many wish) {
        var views = hosts.register(wish.hosts()).stream().map(this::view).toList();
        return new HostView.Many(views, List.of());
    }

    @GET
    public HostView.Many list(@BeanParam HostQuery query, @Context UriInfo uri, @Context HttpHeaders headers) {
        var page = hosts.list(query).map(this::view);
        var last = page.items().isEmpty() ? "" : page.items().getLast().id().toString();
        return HostView.Many.of(page, url.of(uri, headers) + NextPage.of(uri, last));
    }

    @GET
    @Path("{id}")
    public HostView.One show(@PathParam("id") String id) {
        return new HostView.One(view(hosts.show(id)));
    }

    @PATCH
    @Path("{id}")
    public HostView.One change(@PathParam("id") String id, @NotNull @Valid HostChange.One change) {
        return new HostView.One(view(hosts.change(id, change.host())));
    }

    @POST
    @Path("{id}/probe")
    @ResponseStatus(202)
    public HostView.One probe(@PathParam("id") String id) {
        return new HostView.One(view(hosts.probe(id)));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        hosts.delete(id);
    }

    private HostView view(Host host) {
        return HostView.of(host, instancesPath);
    }
}
