package org.cumulet.inventory.preparation;

import jakarta.inject.Singleton;
import org.cumulet.events.Service;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.step.HostSteps;
import org.cumulet.saga.Failure;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;

/// How a host comes back to what it was before it was prepared.
@Singleton
@Service("inventory")
class UndoPreparation implements Workflow<Preparing> {

    private final PreparationMoves moves;
    private final HostService hosts;
    private final HostSteps steps;

    UndoPreparation(PreparationMoves moves, HostService hosts, HostSteps steps) {
        this.moves = moves;
        this.hosts = hosts;
        this.steps = steps;
    }

    @Override
    public Story<Preparing> story() {
        return Story.of("undo-preparation", Preparing.class)
                .first("undo what was changed", this::undo)
                .otherwise(this::failed);
    }

    private Preparing undo(Preparing known) {
        var preparation = moves.get(known.preparation());
        moves.left(known.preparation(), HostIs.UNKNOWN);
        var host = hosts.known(preparation.host()).orElseThrow(() -> new StepFailed("The host is gone"));
        var answer = steps.undo(host, known.preparation());
        switch (answer.state()) {
            case UNDONE -> moves.end(known.preparation(), PreparationState.UNDONE, HostIs.AS_BEFORE);
            case NONE -> throw new StepFailed("The host does not know any more what it was like before");
            case BROKEN -> throw new StepFailed("Not all could be undone: %s".formatted(answer.lastWords()));
            case RUNNING, WAITING, DONE, UNDOING -> throw new Retry("The host has not undone it yet");
        }
        return known;
    }

    private void failed(Preparing known, Failure why) {
        moves.failed(known.preparation(), why.message());
    }
}
