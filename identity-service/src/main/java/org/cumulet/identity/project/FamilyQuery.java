package org.cumulet.identity.project;

import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.wire.Flags;

/// Whether a project is shown with what is above and below it, and how.
record FamilyQuery(Optional<Family.Shape> parents, Optional<Family.Shape> subtree) {

    static FamilyQuery of(Flags flags) {
        return new FamilyQuery(shape("parents", flags), shape("subtree", flags));
    }

    boolean isEmpty() {
        return parents.isEmpty() && subtree.isEmpty();
    }

    private static Optional<Family.Shape> shape(String what, Flags flags) {
        var asList = flags.isOn(what + "_as_list");
        var asIds = flags.isOn(what + "_as_ids");
        if (asList && asIds) {
            throw new Fault.BadRequest(
                    "Cannot use %1$s_as_list and %1$s_as_ids query params at the same time.".formatted(what));
        }
        return asList ? Optional.of(Family.Shape.LIST) : asIds ? Optional.of(Family.Shape.IDS) : Optional.empty();
    }
}
