package org.cumulet.identity.mapping;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/OS-FEDERATION/mappings`
@Path("/identity/v3/OS-FEDERATION/mappings")
@RunOnVirtualThread
class MappingResource {

    private static final String ID = "[\\w.~-]{1,64}";

    private final MappingService mappings;
    private final Links links;

    MappingResource(MappingService mappings, Links links) {
        this.mappings = mappings;
        this.links = links;
    }

    @PUT
    @Path("/{mapping}")
    @ResponseStatus(201)
    public MappingView.One create(@Pattern(regexp = ID) String mapping, @NotNull @Valid NewMapping.Request request) {
        return one(mappings.create(mapping, request.mapping()));
    }

    @GET
    public MappingView.Many list() {
        return MappingView.Many.of(mappings.list(), links);
    }

    @GET
    @Path("/{mapping}")
    public MappingView.One show(String mapping) {
        return one(mappings.show(mapping));
    }

    @PATCH
    @Path("/{mapping}")
    public MappingView.One change(String mapping, @NotNull @Valid MappingChange.Request request) {
        return one(mappings.change(mapping, request.mapping()));
    }

    @DELETE
    @Path("/{mapping}")
    public void delete(String mapping) {
        mappings.delete(mapping);
    }

    private MappingView.One one(Mapping mapping) {
        return new MappingView.One(MappingView.of(mapping, links));
    }
}
