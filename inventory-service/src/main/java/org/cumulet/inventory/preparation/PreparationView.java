package org.cumulet.inventory.preparation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.inventory.step.Change;
import org.cumulet.inventory.step.StepName;
import org.cumulet.inventory.step.Wish;
import org.jspecify.annotations.Nullable;

/// A preparation as the API shows it.
///
/// @param hostIs what it has left the host like: `as_before`, `as_declared`, `unknown`
/// @param steps each with what was not as declared
record PreparationView(
        UUID id,
        UUID hostId,
        String host,
        Wish wish,
        PreparationState state,
        @Nullable String reason,
        @Nullable HostIs hostIs,
        List<Step> steps,
        boolean cancelWanted,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt) {

    record Step(StepName name, boolean asDeclared, List<Change> changes) {}

    static PreparationView of(Preparation preparation) {
        return new PreparationView(
                preparation.id(),
                preparation.host(),
                preparation.hostName(),
                preparation.wish(),
                preparation.state(),
                preparation.reason(),
                preparation.hostIs(),
                preparation.steps().stream()
                        .map(name -> step(name, preparation.changes()))
                        .toList(),
                preparation.cancelWanted(),
                preparation.createdAt(),
                preparation.updatedAt(),
                preparation.endedAt());
    }

    private static Step step(StepName name, List<Change> changes) {
        var own = changes.stream().filter(change -> change.step() == name).toList();
        return new Step(name, own.isEmpty(), own);
    }

    record One(PreparationView preparation) {}

    /// @param more whether there are older ones, to be had with the last id as marker
    record Many(List<PreparationView> preparations, boolean more) {}
}
