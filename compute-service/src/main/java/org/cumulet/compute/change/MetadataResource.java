package org.cumulet.compute.change;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.cumulet.api.fault.Fault;

/// `/v2.1/servers/{id}/metadata`: notes of the owner, which the guest can read.
@Path("/compute/v2.1/servers/{id}/metadata")
@RunOnVirtualThread
class MetadataResource {

    private final MetadataService metadata;

    MetadataResource(MetadataService metadata) {
        this.metadata = metadata;
    }

    @GET
    public Metadata.Many list(String id) {
        return new Metadata.Many(metadata.list(id));
    }

    @POST
    public Metadata.Many add(String id, @NotNull @Valid Metadata.Many request) {
        return new Metadata.Many(metadata.add(id, request.metadata()));
    }

    @PUT
    public Metadata.Many replace(String id, @NotNull @Valid Metadata.Many request) {
        return new Metadata.Many(metadata.replace(id, request.metadata()));
    }

    @GET
    @Path("{key}")
    public Metadata.One show(String id, String key) {
        return new Metadata.One(Map.of(key, metadata.show(id, key)));
    }

    @PUT
    @Path("{key}")
    public Metadata.One set(String id, String key, @NotNull @Valid Metadata.One request) {
        var value = request.meta().get(key);
        if (value == null) {
            throw new Fault.BadRequest("Request body and URI mismatch");
        }
        metadata.set(id, key, value);
        return request;
    }

    @DELETE
    @Path("{key}")
    public void remove(String id, String key) {
        metadata.remove(id, key);
    }
}
