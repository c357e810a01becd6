package org.cumulet.identity.project;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.wire.Flag;
import org.jspecify.annotations.Nullable;

/// Whether a project is shown with what is above and below it, and how.
public class FamilyQuery {

    @QueryParam("parents_as_list")
    @Nullable
    Flag parentsAsList;

    @QueryParam("parents_as_ids")
    @Nullable
    Flag parentsAsIds;

    @QueryParam("subtree_as_list")
    @Nullable
    Flag subtreeAsList;

    @QueryParam("subtree_as_ids")
    @Nullable
    Flag subtreeAsIds;

    boolean isEmpty() {
        return parents().isEmpty() && subtree().isEmpty();
    }

    Optional<Family.Shape> parents() {
        return shape("parents", parentsAsList, parentsAsIds);
    }

    Optional<Family.Shape> subtree() {
        return shape("subtree", subtreeAsList, subtreeAsIds);
    }

    private static Optional<Family.Shape> shape(String what, @Nullable Flag asList, @Nullable Flag asIds) {
        if (Flag.isOn(asList) && Flag.isOn(asIds)) {
            throw new Fault.BadRequest(
                    "Cannot use %1$s_as_list and %1$s_as_ids query params at the same time.".formatted(what));
        }
        return Flag.isOn(asList)
                ? Optional.of(Family.Shape.LIST)
                : Flag.isOn(asIds) ? Optional.of(Family.Shape.IDS) : Optional.empty();
    }
}
