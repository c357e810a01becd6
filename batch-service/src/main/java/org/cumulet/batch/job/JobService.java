package org.cumulet.batch.job;

import static java.util.Objects.requireNonNullElse;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.delegation.DelegationService;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemLedger;
import org.cumulet.batch.item.ItemState;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// Jobs: taken on, steered by their project, told of, ended.
@Singleton
public class JobService {

    private static final String WORK = "batch.work";
    private static final Set<ItemState> UNDONE = Set.of(ItemState.UNDOING, ItemState.UNDONE, ItemState.KEPT);

    private final JobStore store;
    private final ItemLedger ledger;
    private final DelegationService delegations;
    private final BatchSettings settings;
    private final CurrentCaller caller;
    private final Outbox outbox;
    private final Clock clock;

    JobService(
            JobStore store,
            ItemLedger ledger,
            DelegationService delegations,
            BatchSettings settings,
            CurrentCaller caller,
            @Service("batch") Outbox outbox,
            @Service("batch") Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.delegations = delegations;
        this.settings = settings;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// A job with how far it is.
    public record Shown(Job job, Map<ItemState, Integer> counts) {}

    /// The job that this caller has sent by this key before.
    ///
    /// @throws Fault.Conflict while it is being sent at this moment
    /// @throws Fault.Unprocessable where something else was sent by it
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> known(String key, Supplier<byte[]> digest) {
        var user = caller.get().userId();
        if (!store.lock(caller.project(), user, key)) {
            throw new Fault.Conflict("A job with this Idempotency-Key is being sent at this moment.");
        }
        var known = store.known(caller.project(), user, key);
        known.ifPresent(it -> {
            if (!MessageDigest.isEqual(it.digest(), digest.get())) {
                throw new Fault.Unprocessable(
                        "Job %s was sent with this Idempotency-Key and another body.".formatted(it.job()));
            }
        });
        return known.map(JobStore.Known::job);
    }

    /// How many items the caller's project may still have.
    @Transactional(TxType.MANDATORY)
    public long room() {
        return settings.maxOpenItems() - store.openItems(caller.project());
    }

    @Transactional(TxType.MANDATORY)
    public void accept(NewJob job) {
        var now = Times.now(clock);
        store.add(job, caller.project(), caller.get().userId(), now);
        outbox.publish(
                new JobEvent.Accepted(job.id(), caller.project(), caller.get().userId(), job.total(), now));
        outbox.command(WORK, job.id().toString());
    }

    @Transactional
    public Shown show(UUID id) {
        caller.must(JobRule.SHOW);
        return shown(mine(id));
    }

    /// Whether it has ended.
    @Transactional
    boolean isOver(UUID id) {
        return mine(id).state().isOver();
    }

    @Transactional
    Page<Shown> list(@Nullable JobState state, @Nullable UUID marker, int most) {
        caller.must(JobRule.LIST);
        var before = marker == null ? null : mine(marker);
        var page = Page.of(store.page(caller.project(), state, before, most + 1), most);
        var counts = ledger.counts(page.items().stream().map(Job::id).toList());
        return page.map(job -> new Shown(job, requireNonNullElse(counts.get(job.id()), Map.of())));
    }

    /// A page of its items.
    @Transactional
    public Page<Item> items(UUID id, @Nullable ItemState state, int after, int most) {
        caller.must(JobRule.SHOW);
        return Page.of(ledger.page(mine(id).id(), state, after, most + 1), most);
    }

    /// Items that ended after the last one that is known, the first first. While the job goes on, those wait
    /// that others may still come before.
    @Transactional
    public List<Item> ended(UUID id, long transaction, int position, int most) {
        return ledger.ended(id, transaction, position, mine(id).state().isOver(), most);
    }

    /// Nothing new is begun; what was begun ends.
    @Transactional
    Shown cancel(UUID id) {
        var job = held(id);
        if (job.state().isOver() || job.state() == JobState.UNDOING) {
            throw new Fault.Conflict(
                    "Job %s has ended: %s.".formatted(id, job.state().text()));
        }
        store.move(
                id,
                JobState.CANCELLING,
                "Cancelled by user %s.".formatted(caller.get().userId()));
        concludeHeld(id);
        return shown(mine(id));
    }

    @Transactional
    Shown pause(UUID id) {
        var job = held(id);
        if (job.state() != JobState.RUNNING && job.state() != JobState.PAUSED) {
            throw new Fault.Conflict("Job %s is %s and cannot be paused."
                    .formatted(id, job.state().text()));
        }
        if (job.state() == JobState.RUNNING) {
            store.move(id, JobState.PAUSED, null);
            outbox.publish(new JobEvent.Paused(id, job.project(), Times.now(clock)));
        }
        return shown(mine(id));
    }

    @Transactional
    Shown resume(UUID id) {
        var job = held(id);
        if (job.state() != JobState.RUNNING && job.state() != JobState.PAUSED) {
            throw new Fault.Conflict("Job %s is %s and cannot be resumed."
                    .formatted(id, job.state().text()));
        }
        if (job.state() == JobState.PAUSED) {
            store.move(id, JobState.RUNNING, null);
            outbox.publish(new JobEvent.Resumed(id, job.project(), Times.now(clock)));
            outbox.command(WORK, id.toString());
        }
        return shown(mine(id));
    }

    /// What failed is tried again, with the rights of who asks for it.
    @Transactional
    Shown retryFailed(UUID id) {
        var job = held(id);
        var counts = countsOf(id);
        var isUndone = UNDONE.stream().anyMatch(counts::containsKey);
        if (job.state() == JobState.UNDOING || job.state() == JobState.FAILED || isUndone) {
            throw new Fault.Conflict("Job %s is %s, and what it had done is undone: send it again."
                    .formatted(id, job.state().text()));
        }
        var items = ledger.again(id);
        if (items == 0) {
            throw new Fault.Conflict("No item of job %s has failed.".formatted(id));
        }
        var trust = delegations.delegate(clock.instant());
        delegations.end(job.trust());
        store.begin(id, trust);
        passOn(id);
        outbox.publish(new JobEvent.Retried(id, job.project(), items, Times.now(clock)));
        outbox.command(WORK, id.toString());
        return shown(mine(id));
    }

    /// Jobs that have something to do, the most urgent of each project first.
    @Transactional
    public List<Candidate> candidates() {
        return store.candidates();
    }

    /// Takes up to so many items of a job, as far as it may have them under way.
    ///
    /// @param launches where they are launches, of which one call takes many
    @Transactional
    public Taken take(UUID id, int most, int launches, UUID owner) {
        var job = store.holdIfFree(id)
                .filter(it -> it.state() == JobState.RUNNING || it.state().isEnding())
                .filter(_ -> !store.isOutOfReach(id));
        if (job.isEmpty()) {
            return new Taken("", List.of());
        }
        var room = job.get().maxParallel() - ledger.underWay(id);
        var items = ledger.claim(
                id,
                Math.min(most, room),
                Math.min(launches, room),
                job.get().beginsItems(clock.instant()),
                owner,
                settings.lease());
        if (job.get().started() == null) {
            store.started(id);
        }
        return new Taken(job.get().trust(), items);
    }

    /// @param trust by which their calls are made
    public record Taken(String trust, List<Item> items) {}

    /// By whose trust this job acts.
    @Transactional
    public Optional<String> trust(UUID id) {
        return store.trust(id);
    }

    /// Tells of the end of an item.
    @Transactional(TxType.MANDATORY)
    public void tell(Item item, ItemState state, @Nullable String resource) {
        tell(item.job(), List.of(new Told(item.position(), state, resource)));
    }

    /// Tells of the ends of items of one job.
    @Transactional(TxType.MANDATORY)
    public void tell(UUID id, List<Told> ends) {
        var now = Times.now(clock);
        store.project(id)
                .ifPresent(project -> outbox.publish(ends.stream()
                        .map(end -> new JobEvent.ItemEnded(
                                id, project, end.position(), end.state().text(), end.resource(), now))
                        .toList()));
    }

    /// @param resource id of what the item made or changed
    public record Told(
            int position, ItemState state, @Nullable String resource) {}

    /// Tells that what items of one job did is undone, or stays.
    @Transactional(TxType.MANDATORY)
    public void tellUndone(UUID id, List<Told> ends) {
        var now = Times.now(clock);
        store.project(id)
                .ifPresent(project -> outbox.publish(ends.stream()
                        .map(end -> new JobEvent.ItemUndone(
                                id, project, end.position(), end.state().text(), end.resource(), now))
                        .toList()));
    }

    /// Ends the job where none of its items is open, and gives it up where too few can be done. To be asked once the
    /// end of an item is committed, so that of
    /// several that end together the last one sees it.
    @Transactional
    public void conclude(UUID id) {
        if ((!ledger.hasOpen(id) || store.isOutOfReach(id) || ledger.hasBlocked(id))
                && store.hold(id).isPresent()) {
            concludeHeld(id);
        }
    }

    /// Goes on to end a job that nobody goes on with.
    @Transactional
    public void goOn(UUID id) {
        if (store.hold(id).isPresent()) {
            concludeHeld(id);
        }
    }

    /// Jobs that are to be ended and that nobody may go on with.
    @Transactional
    public List<UUID> forgotten() {
        return store.forgotten();
    }

    /// Whoever submitted it may not any more what it asks for.
    @Transactional
    public void rightsEnded(UUID id, String trust, String why) {
        store.hold(id).filter(job -> job.trust().equals(trust)).ifPresent(job -> {
            failWaiting(job, why, true);
            var kept = ledger.keepAll(id, "It stays: " + why);
            tellUndone(
                    id,
                    kept.stream()
                            .map(position -> new Told(position, ItemState.KEPT, null))
                            .toList());
            concludeHeld(id);
        });
    }

    /// Jobs whose deadline has passed while items of theirs wait.
    @Transactional
    public List<UUID> overdue() {
        return store.overdue();
    }

    /// None of its items is begun any more.
    @Transactional
    public void expire(UUID id) {
        store.hold(id)
                .filter(job -> !job.state().isOver() && job.deadline() != null)
                .ifPresent(job -> failWaiting(
                        job,
                        "The deadline of the job has passed: %s."
                                .formatted(Times.MICROS_Z.of(Objects.requireNonNull(job.deadline()))),
                        false));
    }

    private void failWaiting(Job job, String why, boolean unsure) {
        var failed = ledger.endWaiting(job.id(), ItemState.FAILED, why, unsure);
        tell(
                job.id(),
                failed.stream()
                        .map(position -> new Told(position, ItemState.FAILED, null))
                        .toList());
        store.move(job.id(), job.state(), requireNonNullElse(job.reason(), why));
        concludeHeld(job.id());
    }

    /// Forgets jobs that ended long ago.
    @Transactional
    public void tidy() {
        for (var id : store.endedBefore(settings.keep(), 10)) {
            ledger.forget(id);
            store.delete(id);
        }
    }

    /// Those that wait for others of the job may be begun, or never will be.
    private void passOn(UUID id) {
        if (!ledger.hasBlocked(id)) {
            return;
        }
        tell(
                id,
                ledger.skip(id).stream()
                        .map(position -> new Told(position, ItemState.FAILED, null))
                        .toList());
        if (ledger.release(id) > 0) {
            outbox.command(WORK, id.toString());
        }
    }

    private void concludeHeld(UUID id) {
        passOn(id);
        if (store.isOutOfReach(id)) {
            store.move(id, JobState.UNDOING, whyGivenUp(store.hold(id).orElseThrow()));
        }
        var job = store.hold(id).orElseThrow();
        if (job.state().isOver()) {
            return;
        }
        if (job.state().isEnding()) {
            ledger.endWaiting(id, ItemState.CANCELLED, null, false);
        }
        if (!ledger.hasOpen(id) && !undoes(job)) {
            end(job);
        }
    }

    private String whyGivenUp(Job job) {
        var why = "%d of its %d items had to be done, and so many cannot be any more."
                .formatted(job.needed(), job.total());
        if (job.reason() != null) {
            return job.reason() + " " + why;
        }
        return ledger.page(job.id(), ItemState.FAILED, -1, 1).stream()
                .findFirst()
                .map(item -> "%s Item %d failed: %s".formatted(why, item.position(), item.error()))
                .orElse(why);
    }

    /// Where too few of its items are done, begins to undo them.
    ///
    /// @return whether there is something to undo
    private boolean undoes(Job job) {
        var done = countsOf(job.id()).getOrDefault(ItemState.DONE, 0);
        if (done >= job.needed() || ledger.undo(job.id()) == 0) {
            return false;
        }
        outbox.publish(new JobEvent.Undoing(job.id(), job.project(), String.valueOf(job.reason()), Times.now(clock)));
        outbox.command(WORK, job.id().toString());
        return true;
    }

    private void end(Job job) {
        var counts = countsOf(job.id());
        switch (job.state()) {
            case UNDOING -> {
                store.move(job.id(), JobState.FAILED, job.reason());
                outbox.publish(new JobEvent.Failed(
                        job.id(),
                        job.project(),
                        String.valueOf(job.reason()),
                        counts.getOrDefault(ItemState.UNDONE, 0),
                        counts.getOrDefault(ItemState.KEPT, 0),
                        counts.getOrDefault(ItemState.FAILED, 0),
                        counts.getOrDefault(ItemState.CANCELLED, 0),
                        Times.now(clock)));
            }
            case CANCELLING -> ended(job, JobState.CANCELLED, counts);
            case RUNNING, PAUSED -> ended(job, JobState.COMPLETED, counts);
            case COMPLETED, CANCELLED, FAILED -> throw new IllegalStateException("Job has ended: " + job.id());
        }
        delegations.end(job.trust());
    }

    private void ended(Job job, JobState state, Map<ItemState, Integer> counts) {
        store.move(job.id(), state, job.reason());
        outbox.publish(new JobEvent.Ended(
                job.id(),
                job.project(),
                state.text(),
                counts.getOrDefault(ItemState.DONE, 0),
                counts.getOrDefault(ItemState.FAILED, 0),
                counts.getOrDefault(ItemState.CANCELLED, 0),
                Times.now(clock)));
    }

    private Map<ItemState, Integer> countsOf(UUID id) {
        return ledger.counts(List.of(id)).getOrDefault(id, Map.of());
    }

    private Shown shown(Job job) {
        return new Shown(job, countsOf(job.id()));
    }

    private Job mine(UUID id) {
        return store.find(caller.project(), id).orElseThrow(() -> new Fault.NotFound("Job", id));
    }

    private Job held(UUID id) {
        caller.must(JobRule.STEER);
        return store.hold(mine(id).id()).orElseThrow(() -> new Fault.NotFound("Job", id));
    }
}
