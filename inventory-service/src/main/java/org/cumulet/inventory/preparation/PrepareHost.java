package org.cumulet.inventory.preparation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.cumulet.events.Service;
import org.cumulet.inventory.InventorySettings;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.host.HostKind;
import org.cumulet.inventory.host.HostService;
import org.cumulet.inventory.step.Change;
import org.cumulet.inventory.step.Declaration;
import org.cumulet.inventory.step.Declarations;
import org.cumulet.inventory.step.HostSteps;
import org.cumulet.inventory.step.HostSteps.Answer;
import org.cumulet.inventory.step.HostSteps.State;
import org.cumulet.inventory.step.Step;
import org.cumulet.saga.Failure;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.cumulet.saga.Story;
import org.cumulet.saga.Workflow;
import org.cumulet.ssh.HostKeys;
import org.cumulet.ssh.MachineFault;

/// How a host comes into its declared state.
///
/// The change itself runs on the host, which undoes it when a step fails or when nobody confirms in time that the host
/// can
/// still be reached. So whoever is killed meanwhile, here or there, the host ends up as before or as declared.
@Singleton
@Service("inventory")
class PrepareHost implements Workflow<Preparing> {

    private final PreparationMoves moves;
    private final HostService hosts;
    private final Declarations declarations;
    private final HostSteps steps;
    private final HostKeys hostKeys;
    private final Semaphore places;

    PrepareHost(
            PreparationMoves moves,
            HostService hosts,
            Declarations declarations,
            HostSteps steps,
            @Service("inventory") HostKeys hostKeys,
            InventorySettings settings) {
        this.moves = moves;
        this.hosts = hosts;
        this.declarations = declarations;
        this.steps = steps;
        this.hostKeys = hostKeys;
        this.places = new Semaphore(settings.prepare().parallel(), true);
    }

    @Override
    public Story<Preparing> story() {
        return Story.of("prepare-host", Preparing.class)
                .first("see what is there", this::look)
                .then("change what differs and see that the host can still be reached", this::apply, this::takeBack)
                .then("see that all is as declared", this::verify)
                .otherwise((known, why) -> failed(known, why));
    }

    private Preparing look(Preparing known) throws InterruptedException {
        var preparation = moves.move(known.preparation(), PreparationState.LOOKING);
        return inPlace(() -> {
            var host = host(preparation.host());
            try {
                var declared = declarations.of(host, preparation.wish()).steps();
                if (goesInOne(declared) && !preparation.wish().onlyShows()) {
                    return known;
                }
                var changes = steps.differences(host, declared);
                moves.found(known.preparation(), declared, changes);
                if (changes.isEmpty()) {
                    moves.end(known.preparation(), PreparationState.UNCHANGED, HostIs.AS_DECLARED);
                    return known.nothingToDo();
                }
                if (preparation.wish().onlyShows()) {
                    moves.end(known.preparation(), PreparationState.PLANNED, HostIs.AS_BEFORE);
                    return known.nothingToDo();
                }
                return known;
            } catch (Declaration.Undeclarable | MachineFault e) {
                throw new StepFailed(String.valueOf(e.getMessage()), null, e);
            }
        });
    }

    private Preparing apply(Preparing known) throws InterruptedException {
        if (known.over()) {
            return known;
        }
        var preparation = moves.move(known.preparation(), PreparationState.APPLYING);
        var first = preparation.hostIs() == null;
        moves.left(known.preparation(), HostIs.UNKNOWN);
        return inPlace(() -> {
            var host = host(preparation.host());
            var declared = declarations.of(host, preparation.wish()).steps();
            if (goesInOne(declared)) {
                settle(host, known.preparation(), declared, first);
                return known.nothingToDo();
            }
            begin(host, known.preparation(), declared);
            confirm(host, known.preparation());
            return known;
        });
    }

    /// One command does where no step can lock anybody out: what is there, the change, and what is there then.
    private static boolean goesInOne(List<Step> declared) {
        return declared.stream().noneMatch(step -> step.name().mayLockOut());
    }

    /// @param first the host cannot have heard of it yet: where it is out of reach now nothing was begun
    private void settle(Host host, UUID preparation, List<Step> declared, boolean first) {
        var whole = first
                ? firstReached(host, preparation, declared)
                : reached(() -> steps.whole(host, preparation, declared));
        while (isUnderWay(whole.answer())) {
            refuseIfCancelled(preparation);
            whole = reached(() -> steps.whole(host, preparation, declared));
        }
        mustBe(State.DONE, whole.answer());
        mustBeNothing(whole.is());
        moves.settle(preparation, declared, whole.was());
    }

    private void begin(Host host, UUID preparation, List<Step> declared) {
        var answer = reached(() -> steps.begin(host, preparation, declared));
        while (isUnderWay(answer)) {
            refuseIfCancelled(preparation);
            answer = reached(() -> steps.begin(host, preparation, declared));
        }
        if (answer.state() != State.DONE) {
            mustBe(State.WAITING, answer);
        }
    }

    private HostSteps.Whole firstReached(Host host, UUID preparation, List<Step> declared) {
        try {
            return reached(() -> steps.whole(host, preparation, declared));
        } catch (Retry e) {
            if (e.getCause() instanceof MachineFault.Unreachable unreachable) {
                moves.notBegun(preparation);
                throw new StepFailed(String.valueOf(unreachable.getMessage()), null, unreachable);
            }
            throw e;
        }
    }

    private static boolean isUnderWay(Answer answer) {
        return answer.state() == State.RUNNING || answer.state() == State.UNDOING;
    }

    private void refuseIfCancelled(UUID preparation) {
        if (moves.get(preparation).cancelWanted()) {
            throw new StepFailed("Cancelled");
        }
    }

    private static void mustBe(State wanted, Answer answer) {
        if (answer.state() != wanted) {
            throw new StepFailed("The step %s failed: %s".formatted(answer.lastStep(), answer.lastWords()));
        }
    }

    private static void mustBeNothing(List<Change> left) {
        if (!left.isEmpty()) {
            throw new StepFailed("After all was done this is still not as declared: %s"
                    .formatted(left.stream().map(Change::what).collect(Collectors.joining(", "))));
        }
    }

    /// At once, since the host waits for it; a connection that is open already proves nothing, so a fresh one is made.
    private void confirm(Host host, UUID preparation) {
        moves.move(preparation, PreparationState.CONFIRMING);
        if (host.kind() == HostKind.SSH) {
            try {
                hostKeys.fetch(Objects.requireNonNull(host.address()), Objects.requireNonNull(host.port()));
            } catch (IOException e) {
                throw new Retry("The host cannot be reached any more: %s".formatted(e.getMessage()), e);
            }
        }
        var answer = reached(() -> steps.confirm(host, preparation));
        switch (answer.state()) {
            case DONE -> {}
            case WAITING, RUNNING, UNDOING -> throw new Retry("The host has not ended it yet");
            case UNDONE, BROKEN, NONE -> throw new StepFailed("The host undid it: %s".formatted(answer.lastWords()));
        }
    }

    private Preparing verify(Preparing known) throws InterruptedException {
        if (known.over()) {
            return known;
        }
        var preparation = moves.get(known.preparation());
        var host = host(preparation.host());
        var declared = declarations.of(host, preparation.wish()).steps();
        mustBeNothing(reached(() -> steps.differences(host, declared)));
        moves.end(known.preparation(), PreparationState.PREPARED, HostIs.AS_DECLARED);
        return known;
    }

    /// Wherever it has come to, the host goes back; then it is known what it is like.
    private void takeBack(Preparing known) {
        var preparation = moves.get(known.preparation());
        if (known.over() || preparation.hostIs() == null) {
            return;
        }
        var host = host(preparation.host());
        var answer = steps.cancel(host, known.preparation());
        if (answer.state() == State.DONE) {
            answer = steps.undo(host, known.preparation());
        }
        switch (answer.state()) {
            case NONE, UNDONE -> moves.left(known.preparation(), HostIs.AS_BEFORE);
            case BROKEN -> moves.left(known.preparation(), HostIs.UNKNOWN);
            case RUNNING, WAITING, UNDOING, DONE -> throw new Retry("The host has not undone it yet");
        }
    }

    private void failed(Preparing known, Failure why) {
        moves.failed(known.preparation(), why.message());
    }

    private Host host(UUID id) {
        return hosts.known(id).orElseThrow(() -> new StepFailed("The host is gone"));
    }

    private interface Question<T> {
        T ask();
    }

    /// A host that is out of reach may be back in a moment, with what it was told to do done.
    private static <T> T reached(Question<T> question) {
        try {
            return question.ask();
        } catch (MachineFault.Unreachable | MachineFault.Lost e) {
            throw new Retry(String.valueOf(e.getMessage()), e);
        } catch (MachineFault e) {
            throw new StepFailed(String.valueOf(e.getMessage()), null, e);
        }
    }

    private <T> T inPlace(Question<T> work) throws InterruptedException {
        places.acquire();
        try {
            return work.ask();
        } finally {
            places.release();
        }
    }
}
