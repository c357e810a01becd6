package org.cumulet.inventory.placement.provider;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.PlacementVersions;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/placement/resource_providers/{id}/inventories`: how much a provider has, by class.
@Path("/placement/resource_providers/{id}/inventories")
@RunOnVirtualThread
class InventoryResource {

    private final InventoryService inventories;

    InventoryResource(InventoryService inventories) {
        this.inventories = inventories;
    }

    @GET
    public InventoryView.Many list(@PathParam("id") String id) {
        return inventories.list(id);
    }

    @PUT
    public InventoryView.Many replace(@PathParam("id") String id, @NotNull @Valid InventoryChange.All all) {
        return inventories.replace(id, all);
    }

    @POST
    @ResponseStatus(201)
    public InventoryView add(@PathParam("id") String id, @NotNull @Valid InventoryChange.New wish) {
        return inventories.add(id, wish);
    }

    @DELETE
    public void clear(@PathParam("id") String id) {
        if (!Microversion.atLeast(PlacementVersions.CLEARING)) {
            throw new Fault.NotAllowed("The method DELETE is not allowed for this resource.");
        }
        inventories.clear(id);
    }

    @GET
    @Path("{class}")
    public InventoryView show(@PathParam("id") String id, @PathParam("class") String resourceClass) {
        return inventories.show(id, resourceClass);
    }

    @PUT
    @Path("{class}")
    public InventoryView change(
            @PathParam("id") String id,
            @PathParam("class") String resourceClass,
            @NotNull @Valid InventoryChange change) {
        return inventories.change(id, resourceClass, change);
    }

    @DELETE
    @Path("{class}")
    public void remove(@PathParam("id") String id, @PathParam("class") String resourceClass) {
        inventories.remove(id, resourceClass);
    }
}
