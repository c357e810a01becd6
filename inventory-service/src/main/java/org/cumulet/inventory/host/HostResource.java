package org.cumulet.inventory.host;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
    private final HostServers servers;
    private final KeyInstallation keys;
    private final NewHosts newHosts;
    private final PublicUrl url;
    private final String instancesPath;

    HostResource(
            HostService hosts,
            HostServers servers,
            KeyInstallation keys,
            NewHosts newHosts,
            PublicUrl url,
            InventorySettings settings) {
        this.hosts = hosts;
        this.servers = servers;
        this.keys = keys;
        this.newHosts = newHosts;
        this.url = url;
        this.instancesPath = settings.instancesPath();
    }

    @POST
    @Consumes("application/json")
    @ResponseStatus(202)
    public HostView.Many register(@NotNull @Valid NewHost.Many wish) {
        return register(wish.hosts());
    }

    /// One host per line, as JSON.
    @POST
    @Consumes("application/x-ndjson")
    @ResponseStatus(202)
    public HostView.Many registerLines(String lines) {
        return register(newHosts.ofLines(lines));
    }

    /// An inventory file as Ansible reads it.
    @POST
    @Consumes("text/x-ansible-inventory")
    @ResponseStatus(202)
    public HostView.Many registerInventory(String inventory) {
        return register(newHosts.ofInventory(inventory));
    }

    private HostView.Many register(List<NewHost> wishes) {
        return new HostView.Many(hosts.register(wishes).stream().map(this::view).toList(), List.of());
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

    /// The password is used once, to put the cloud's key on the host, and kept nowhere.
    @POST
    @Path("{id}/install-key")
    @ResponseStatus(202)
    public HostView.One installKey(@PathParam("id") String id, @NotNull @Valid KeyInstallation.Request request) {
        return new HostView.One(view(keys.install(id, request.password())));
    }

    @PUT
    @Path("{id}/maintenance")
    public HostServers.Drained beginMaintenance(@PathParam("id") String id, @NotNull @Valid Maintenance.One request) {
        var host = hosts.beginMaintenance(id, request.maintenance().reason());
        return new HostServers.Drained(view(host), servers.on(id));
    }

    @DELETE
    @Path("{id}/maintenance")
    @ResponseStatus(200)
    public HostView.One endMaintenance(@PathParam("id") String id) {
        return new HostView.One(view(hosts.endMaintenance(id)));
    }

    @GET
    @Path("{id}/servers")
    public HostServers.Many servers(@PathParam("id") String id) {
        return new HostServers.Many(servers.on(id));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        servers.mustBeNone(id);
        hosts.delete(id);
    }

    private HostView view(Host host) {
        return HostView.of(host, instancesPath);
    }
}
