package org.cumulet.inventory.placement.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cumulet.api.version.Since;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.provider.InventoryChange;

/// `/placement/reshaper`: room and what is held of it, moved together.
@Path("/placement/reshaper")
@RunOnVirtualThread
class ReshaperResource {

    private final AllocationService allocations;
    private final ObjectMapper json;

    ReshaperResource(AllocationService allocations, ObjectMapper json) {
        this.allocations = allocations;
        this.json = json;
    }

    /// @param inventories by provider
    /// @param allocations by consumer
    record Shape(
            @NotNull Map<String, InventoryChange.@NotNull @Valid All> inventories,
            @NotNull Map<String, @NotNull AllocationBody> allocations) {}

    @POST
    @Since("1.30")
    public void reshape(@NotNull @Valid Shape shape) throws JsonProcessingException {
        var changes = new LinkedHashMap<UUID, InventoryChange.All>();
        shape.inventories().forEach((id, change) -> changes.put(Ids.read(id, "resource provider"), change));
        allocations.reshape(changes, AllocationBody.wishes(shape.allocations(), json));
    }
}
