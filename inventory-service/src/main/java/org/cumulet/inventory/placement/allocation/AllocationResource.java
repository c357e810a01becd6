package org.cumulet.inventory.placement.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.PlacementVersions;

/// `/placement/allocations`: who holds how much of what.
@Path("/placement/allocations")
@RunOnVirtualThread
class AllocationResource {

    private final AllocationService allocations;
    private final ObjectMapper json;

    AllocationResource(AllocationService allocations, ObjectMapper json) {
        this.allocations = allocations;
        this.json = json;
    }

    @GET
    @Path("{consumer}")
    public AllocationView show(@PathParam("consumer") String consumer) {
        return allocations.show(consumer);
    }

    @PUT
    @Path("{consumer}")
    public void replace(@PathParam("consumer") String consumer, @NotNull AllocationBody body)
            throws JsonProcessingException {
        var wish = body.wish(Ids.read(consumer, "consumer_uuid"), json);
        if (wish.amounts().isEmpty() && !Microversion.atLeast(PlacementVersions.CONSUMER_GENERATION)) {
            throw new Fault.BadRequest("'allocations' cannot be empty at this version");
        }
        allocations.replace(wish);
    }

    @POST
    @Since("1.13")
    public void manage(@NotNull Map<String, AllocationBody> bodies) throws JsonProcessingException {
        allocations.manage(AllocationBody.wishes(bodies, json));
    }

    @DELETE
    @Path("{consumer}")
    public void delete(@PathParam("consumer") String consumer) {
        allocations.delete(consumer);
    }
}
