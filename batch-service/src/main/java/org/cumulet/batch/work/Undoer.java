package org.cumulet.batch.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.request.RequestId;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemLedger;
import org.cumulet.batch.job.JobService;
import org.cumulet.batch.job.JobService.Told;
import org.cumulet.batch.remote.Answer;
import org.cumulet.events.Service;
import org.jspecify.annotations.Nullable;

/// Undoes what an item of a failed job did, by the same API and with the rights of whoever submitted it.
@Singleton
class Undoer {

    private static final Duration SOON = Duration.ofMillis(500);

    private final JobService jobs;
    private final ItemLedger ledger;
    private final Requests requests;
    private final BatchSettings settings;
    private final Clock clock;

    Undoer(
            JobService jobs,
            ItemLedger ledger,
            Requests requests,
            BatchSettings settings,
            @Service("batch") Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param owner this process
    void run(Item item, UUID owner) throws InterruptedException {
        var undo = undo(item);
        if (undo.isEmpty()) {
            end(item, owner, "It stays: %s %s cannot be undone.".formatted(item.method(), item.path()));
            return;
        }
        var trust = jobs.trust(item.job()).orElse("");
        try {
            judge(item, undo.get(), ask(item, undo.get(), trust), owner);
        } catch (Fault.Forbidden gone) {
            jobs.rightsEnded(item.job(), trust, Worker.rightsEnded(gone));
        } catch (IOException | Fault.Unavailable away) {
            again(item, owner, settings.patience(), "No answer: " + away.getMessage());
        }
    }

    private Optional<Undo> undo(Item item) {
        try {
            var full = requests.full(item);
            return Undo.of(full.item(), full.contents());
        } catch (Answers.Missing none) {
            return Optional.empty();
        }
    }

    /// Deleting twice does no harm and shows what is gone; all else is done once.
    private Answer ask(Item item, Undo undo, String trust) throws IOException, InterruptedException {
        var key = undo.method().equals("DELETE") ? null : item.key() + "/undo";
        return requests.call(undo.method(), undo.path(), undo.contents(), trust, key, RequestId.fresh());
    }

    private void judge(Item item, Undo undo, Answer answer, UUID owner) {
        switch (answer.status()) {
            case 404 -> end(item, owner, null);
            case 409 -> again(item, owner, settings.undoPatience(), answer.message());
            case 401, 429, 500, 502, 503, 504 -> again(item, owner, settings.patience(), answer.message());
            default -> {
                if (answer.isSuccess() && (undo.isGradual() || answer.status() == 202)) {
                    again(item, owner, settings.settleWithin(), "It is not gone within " + settings.settleWithin());
                } else {
                    end(item, owner, answer.isSuccess() ? null : "It stays: " + answer.message());
                }
            }
        }
    }

    private void again(Item item, UUID owner, Duration patience, String why) {
        var since = Objects.requireNonNullElse(item.undoneFrom(), Instant.MAX);
        if (since.isBefore(clock.instant().minus(patience))) {
            end(item, owner, "It stays: " + why);
        } else {
            var age = Duration.between(since, clock.instant());
            ledger.undoAgain(item, owner, age.compareTo(SOON) < 0 ? SOON : shorter(age, settings.settleEvery()));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// @param why it stays; null where it is undone
    private void end(Item item, UUID owner, @Nullable String why) {
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.undone(item, owner, why)
                        .ifPresent(state -> jobs.tellUndone(
                                item.job(), List.of(new Told(item.position(), state, item.resource())))));
        jobs.conclude(item.job());
    }
}
