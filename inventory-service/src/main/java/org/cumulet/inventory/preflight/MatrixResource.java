package org.cumulet.inventory.preflight;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `/inventory/v1/preflight/matrix`: which host reaches which.
@Path("/inventory/v1/preflight/matrix")
@RunOnVirtualThread
class MatrixResource {

    private final Preflight preflight;

    MatrixResource(Preflight preflight) {
        this.preflight = preflight;
    }

    /// @param hosts their names; all where there are none
    record Wish(@Nullable @Size(max = 1000) Set<@NotNull String> hosts) {
        record One(@NotNull @Valid Wish matrix) {}
    }

    record Matrix(List<Reach> pairs) {
        record One(Matrix matrix) {}
    }

    @POST
    public Matrix.One matrix(@NotNull @Valid Wish.One wish) {
        var names = Optional.ofNullable(wish.matrix().hosts()).orElse(Set.of());
        return new Matrix.One(new Matrix(preflight.matrix(names)));
    }
}
