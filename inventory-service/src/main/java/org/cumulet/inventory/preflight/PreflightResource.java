package org.cumulet.inventory.preflight;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/// `/inventory/v1/hosts/{id}/preflight`: what stands between a host and its work, found without changing anything.
@Path("/inventory/v1/hosts/{id}/preflight")
@RunOnVirtualThread
class PreflightResource {

    private final Preflight preflight;

    PreflightResource(Preflight preflight) {
        this.preflight = preflight;
    }

    /// @param outside an IPv4 address that the host should reach
    record Wish(
            @Nullable @Pattern(regexp = "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}")
            String outside) {
        record One(@NotNull @Valid Wish preflight) {}
    }

    @POST
    public Report.One examine(@PathParam("id") String id, @Valid Wish.@Nullable One wish) throws InterruptedException {
        return new Report.One(
                preflight.examine(id, wish == null ? null : wish.preflight().outside()));
    }
}
