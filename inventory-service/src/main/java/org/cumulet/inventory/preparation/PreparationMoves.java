package org.cumulet.inventory.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.inventory.drift.Standards;
import org.cumulet.inventory.step.Change;
import org.cumulet.inventory.step.Step;
import org.cumulet.saga.StepFailed;
import org.jspecify.annotations.Nullable;

/// What the workflows note about a preparation.
@ApplicationScoped
class PreparationMoves {

    private final PreparationStore store;
    private final Standards standards;
    private final Outbox outbox;
    private final Clock clock;

    PreparationMoves(
            PreparationStore store,
            Standards standards,
            @Service("inventory") Outbox outbox,
            @Service("inventory") Clock clock) {
        this.store = store;
        this.standards = standards;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Preparation get(UUID id) {
        return store.findByIdOptional(id).orElseThrow(() -> new StepFailed("The host is gone"));
    }

    /// @throws StepFailed when somebody has cancelled it
    @Transactional
    Preparation move(UUID id, PreparationState to) {
        var preparation = locked(id);
        if (preparation.cancelWanted()) {
            throw new StepFailed("Cancelled");
        }
        preparation.move(to, now());
        return preparation;
    }

    /// The host has not heard of it: it is what it was.
    @Transactional
    void notBegun(UUID id) {
        locked(id).left(null, now());
    }

    /// All at once: what was found, and that it is as declared now.
    @Transactional
    void settle(UUID id, List<Step> steps, List<Change> changes) {
        var preparation = locked(id);
        preparation.found(steps.stream().map(Step::name).toList(), changes, now());
        end(
                preparation,
                changes.isEmpty() ? PreparationState.UNCHANGED : PreparationState.PREPARED,
                null,
                HostIs.AS_DECLARED);
    }

    @Transactional
    void found(UUID id, List<Step> steps, List<Change> changes) {
        locked(id).found(steps.stream().map(Step::name).toList(), changes, now());
    }

    /// From here on nobody knows until the host says so.
    @Transactional
    void left(UUID id, HostIs like) {
        locked(id).left(like, now());
    }

    @Transactional
    void end(UUID id, PreparationState how, HostIs like) {
        end(locked(id), how, null, like);
    }

    /// What the host is like is what was noted last; where nothing was, nothing was begun.
    @Transactional
    void failed(UUID id, String why) {
        store.locked(id).ifPresent(preparation -> {
            var like = preparation.hostIs() == null ? HostIs.AS_BEFORE : preparation.hostIs();
            end(
                    preparation,
                    preparation.cancelWanted() ? PreparationState.CANCELLED : PreparationState.FAILED,
                    why,
                    like);
        });
    }

    private void end(Preparation preparation, PreparationState how, @Nullable String why, HostIs like) {
        if (preparation.state().isOver()) {
            return;
        }
        var now = now();
        preparation.end(how, why, like, now);
        switch (how) {
            case PREPARED, UNCHANGED -> standards.holds(preparation.host(), preparation.id(), now);
            case UNDONE -> standards.holdsNoMore(preparation.host());
            case FAILED, CANCELLED, PLANNED, QUEUED, LOOKING, APPLYING, CONFIRMING, UNDOING -> {}
        }
        outbox.publish(PreparationEvent.PreparationEnded.of(preparation, like, now));
    }

    private Preparation locked(UUID id) {
        return store.locked(id).orElseThrow(() -> new StepFailed("The host is gone"));
    }

    private Instant now() {
        return Times.now(clock);
    }
}
