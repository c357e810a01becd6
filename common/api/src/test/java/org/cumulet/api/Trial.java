package org.cumulet.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.fault.Dialect;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.cumulet.api.url.PublicUrl;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Microversioned;
import org.cumulet.api.version.Since;
import org.cumulet.api.version.Until;

/// A small service with all the habits of the house, for the tests of this module.
@Path("/trial/v1/things")
@RunOnVirtualThread
public class Trial {

    private final PublicUrl address;

    Trial(PublicUrl address) {
        this.address = address;
    }

    public enum Kind {
        SMALL,
        LARGE
    }

    public record Part(@JsonProperty("partNumber") @Max(9) int number) {}

    public record Thing(
            @Size(max = 5) String name,
            boolean enabled,
            int count,
            Kind kind,
            @Max(9) Integer shelfLife,
            List<@Valid Part> parts) {}

    public record View(
            String thingName,
            @Since("1.5") String newer,
            @Until("1.4") String older,
            String address) {}

    @POST
    public Thing create(@Valid Thing thing) {
        return thing;
    }

    @GET
    public int list(@BeanParam PageQuery page) {
        return page.limit(100);
    }

    /// Its type is known when it is answered.
    @GET
    @Path("surprise")
    public Object surprise() {
        return Map.of("kind", "any");
    }

    @GET
    @Path("{id}")
    public View show(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        return switch (id) {
            case "missing" -> throw new Fault.NotFound("Thing", id);
            case "away" -> throw new IllegalStateException(new java.sql.SQLException("gone", "08006"));
            case "broken" -> throw new IllegalStateException("SELECT secret FROM shelf");
            default -> new View(id, "new", "old", address.of(uri, headers));
        };
    }

    @Singleton
    static class Declarations {

        @Produces
        @Singleton
        Dialect dialect() {
            return new Dialect() {
                @Override
                public Set<String> paths() {
                    return Set.of("/trial");
                }

                @Override
                public Spoken speak(Fault fault, HttpHeaders asked) {
                    return Spoken.json(fault.status(), Map.of("trouble", fault.text()));
                }
            };
        }

        @Produces
        @Singleton
        Microversioned versions() {
            return new Microversioned(
                    "/trial", "trial", List.of("X-Trial-Version"), Microversion.of("1.1"), Microversion.of("1.9"));
        }
    }
}
