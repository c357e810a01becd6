package org.cumulet.inventory.drift;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.inventory.step.Change;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/inventory/v1/hosts/{id}/drift`: what has changed on a host since it was prepared.
@Path("/inventory/v1/hosts/{id}/drift")
@RunOnVirtualThread
class DriftResource {

    private final DriftService drift;

    DriftResource(DriftService drift) {
        this.drift = drift;
    }

    /// @param preparation which holds for the host
    /// @param trouble why it could not be looked at last; what differs is from the time before
    /// @param changes what is not as declared
    record View(
            UUID hostId,
            UUID preparation,
            boolean drifted,
            @Nullable String trouble,
            @Nullable Instant checkedAt,
            List<Change> changes) {

        static View of(Standard standard) {
            return new View(
                    standard.host(),
                    standard.preparation(),
                    !standard.changes().isEmpty(),
                    standard.trouble(),
                    standard.checkedAt(),
                    standard.changes());
        }

        record One(View drift) {}
    }

    record Repair(UUID preparation) {}

    /// As it was found last.
    @GET
    public View.One show(@PathParam("id") String id) {
        return new View.One(View.of(drift.show(id)));
    }

    /// As it is now.
    @POST
    public View.One check(@PathParam("id") String id) {
        return new View.One(View.of(drift.check(id)));
    }

    /// Answers the preparation that brings the host back.
    @POST
    @Path("repair")
    @ResponseStatus(202)
    public Repair repair(@PathParam("id") String id) {
        return new Repair(drift.repair(id));
    }
}
