package org.cumulet.batch.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.request.RequestId;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.delegation.DelegationService;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemLedger;
import org.cumulet.batch.item.ItemLedger.End;
import org.cumulet.batch.item.ItemState;
import org.cumulet.batch.job.JobService;
import org.cumulet.batch.remote.Answer;
import org.cumulet.batch.remote.Services;
import org.cumulet.batch.store.Sealer;
import org.cumulet.events.Service;
import org.cumulet.once.AnsweredId;
import org.cumulet.once.Once;
import org.jspecify.annotations.Nullable;

/// Makes the call of one item and writes down what came of it. Every call carries the item's key, so that a call
/// whose answer was lost is made again without being done again.
@Singleton
class Worker {

    private static final int DEFECTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final JobService jobs;
    private final ItemLedger ledger;
    private final DelegationService delegations;
    private final Services services;
    private final Sealer sealer;
    private final BatchSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    Worker(
            JobService jobs,
            ItemLedger ledger,
            DelegationService delegations,
            Services services,
            Sealer sealer,
            BatchSettings settings,
            ObjectMapper json,
            @Service("batch") Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.delegations = delegations;
        this.services = services;
        this.sealer = sealer;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /// @param trust by which the call is made
    /// @param owner this process
    void run(Item item, String trust, UUID owner) throws InterruptedException {
        var request = RequestId.fresh();
        try {
            var contents = contents(item);
            if (item.leftover() != null) {
                call("DELETE", item.leftover(), Contents.NOTHING, trust, item.key() + "/left", RequestId.fresh());
            }
            var answer = call(item.method(), item.path(), contents, trust, item.key(), request);
            judge(item, contents, answer, owner);
        } catch (Fault.Forbidden gone) {
            end(item, owner, new End(ItemState.FAILED, null, rightsEnded(gone), null, null));
            jobs.rightsEnded(item.job(), trust, rightsEnded(gone));
        } catch (IOException | Fault.Unavailable away) {
            again(item, owner, null, "No answer: " + away.getMessage(), request);
        }
    }

    /// Looks at what an item waits for.
    void look(Item item) throws InterruptedException {
        var trust = jobs.trust(item.job()).orElse("");
        try {
            var path = Objects.requireNonNull(item.follow());
            var answer = call("GET", path, Contents.NOTHING, trust, null, RequestId.fresh());
            switch (Following.see(Objects.requireNonNull(item.target()), answer)) {
                case Following.Seen.There _ -> settled(item, ItemState.DONE, null);
                case Following.Seen.Never(var why) -> settled(item, ItemState.FAILED, why);
                case Following.Seen.NotYet _ -> {
                    if (isOlderThan(item, settings.settleWithin())) {
                        settled(
                                item,
                                ItemState.FAILED,
                                "It has not become what was asked for within " + settings.settleWithin());
                    }
                }
            }
        } catch (Fault.Forbidden gone) {
            settled(item, ItemState.FAILED, rightsEnded(gone));
            jobs.rightsEnded(item.job(), trust, rightsEnded(gone));
        } catch (IOException | Fault.Unavailable away) {
            // it is looked at again
        }
    }

    private static String rightsEnded(Fault gone) {
        return "The rights of whoever submitted the job have ended. " + gone.text();
    }

    private Answer call(
            String method, String path, Contents contents, String trust, @Nullable String key, String request)
            throws IOException, InterruptedException {
        var token = delegations.token(trust);
        var answer = services.send(method, path, headers(contents, token, key, request), body(contents));
        if (answer.status() != 401) {
            return answer;
        }
        delegations.refused(trust, token);
        var fresh = delegations.token(trust);
        return services.send(method, path, headers(contents, fresh, key, request), body(contents));
    }

    private Map<String, String> headers(Contents contents, String token, @Nullable String key, String request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.putAll(contents.headers());
        headers.put("Accept", "application/json");
        headers.put("X-Auth-Token", token);
        headers.put(RequestId.HEADER, request);
        if (key != null) {
            headers.put("X-Service-Token", delegations.ownToken());
            headers.put(Once.HEADER, key);
        }
        return headers;
    }

    private byte @Nullable [] body(Contents contents) throws IOException {
        return contents.body() == null ? null : json.writeValueAsBytes(contents.body());
    }

    private Contents contents(Item item) throws IOException {
        var sent = item.sent();
        return sent == null
                ? Contents.NOTHING
                : json.readValue(sealer.open(Item.seal(item.job(), item.position()), sent), Contents.class);
    }

    private void judge(Item item, Contents contents, Answer answer, UUID owner) {
        var status = answer.status();
        if (answer.isSuccess()) {
            var follow = Following.of(item, contents.body(), answer);
            if (follow.isPresent()) {
                ledger.settle(item, owner, status, answer.requestId(), follow.get());
            } else {
                var resource = AnsweredId.of(answer.body()).orElse(null);
                end(item, owner, new End(ItemState.DONE, status, null, answer.requestId(), resource));
            }
        } else if (status == 404 && item.method().equals("DELETE") && item.attempts() > 1) {
            end(item, owner, new End(ItemState.DONE, status, null, answer.requestId(), null));
        } else if (status == 401 || status == 429 || status >= 502 && status <= 504) {
            again(item, owner, status, answer.message(), answer.requestId());
        } else if (status == 500 && item.attempts() < DEFECTS) {
            again(item, owner, status, answer.message(), answer.requestId());
        } else {
            end(item, owner, new End(ItemState.FAILED, status, answer.message(), answer.requestId(), null));
        }
    }

    private void again(Item item, UUID owner, @Nullable Integer status, String error, String request) {
        if (isOlderThan(item, settings.patience())) {
            end(item, owner, new End(ItemState.FAILED, status, error, request, null));
        } else {
            ledger.again(item, owner, pause(item.attempts()), status, error, request);
        }
    }

    private static Duration pause(int attempts) {
        var grown = Duration.ofMillis(250L << Math.min(attempts, 10));
        return grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
    }

    private boolean isOlderThan(Item item, Duration age) {
        return Objects.requireNonNullElse(item.started(), Instant.MAX)
                .isBefore(clock.instant().minus(age));
    }

    private void end(Item item, UUID owner, End end) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (ledger.end(item, owner, end)) {
                jobs.tell(item, end.state(), end.resource());
            }
        });
        jobs.conclude(item.job());
    }

    private void settled(Item item, ItemState state, @Nullable String error) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (ledger.settled(item, state, error)) {
                jobs.tell(item, state, item.resource());
            }
        });
        jobs.conclude(item.job());
    }
}
