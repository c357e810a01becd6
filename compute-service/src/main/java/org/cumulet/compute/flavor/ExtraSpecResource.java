package org.cumulet.compute.flavor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.cumulet.compute.web.Names;
import org.jboss.resteasy.reactive.ResponseStatus;

/// What else a flavor asks of a host.
@Path("/compute/v2.1/flavors/{id}/os-extra_specs")
@RunOnVirtualThread
class ExtraSpecResource {

    private final ExtraSpecService specs;

    ExtraSpecResource(ExtraSpecService specs) {
        this.specs = specs;
    }

    @GET
    public Specs list(String id) {
        return new Specs(specs.list(id));
    }

    @POST
    public Specs add(String id, @NotNull @Valid Specs request) {
        return new Specs(specs.add(id, request.extraSpecs()));
    }

    @GET
    @Path("{key}")
    public Map<String, String> show(String id, String key) {
        return specs.show(id, key);
    }

    @PUT
    @Path("{key}")
    public Map<String, String> set(
            String id,
            String key,
            @NotNull Map<@Names.Key String, @NotNull @Pattern(regexp = VALUE, message = VALUE_SAYS) String> spec) {
        return specs.set(id, key, spec);
    }

    @DELETE
    @Path("{key}")
    @ResponseStatus(200)
    public void remove(String id, String key) {
        specs.remove(id, key);
    }

    private static final String VALUE = "[^\\p{Cntrl}]{0,255}";
    private static final String VALUE_SAYS = "must be at most 255 characters without control characters";

    /// `{"extra_specs":{…}}`.
    record Specs(
            @NotEmpty
            Map<@Names.Key String, @NotNull @Pattern(regexp = VALUE, message = VALUE_SAYS) String> extraSpecs) {}
}
