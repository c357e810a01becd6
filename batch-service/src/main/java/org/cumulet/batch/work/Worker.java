package org.cumulet.batch.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.request.RequestId;
import org.cumulet.batch.BatchSettings;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemLedger;
import org.cumulet.batch.item.ItemLedger.End;
import org.cumulet.batch.item.ItemLedger.Follow;
import org.cumulet.batch.item.ItemLedger.Settled;
import org.cumulet.batch.item.ItemLedger.Settling;
import org.cumulet.batch.item.ItemState;
import org.cumulet.batch.job.JobService;
import org.cumulet.batch.job.JobService.Told;
import org.cumulet.batch.remote.Answer;
import org.cumulet.events.Service;
import org.cumulet.once.AnsweredId;
import org.jspecify.annotations.Nullable;

/// Makes the call of one item and writes down what came of it. Every call carries the item's key, so that a call
/// whose answer was lost is made again without being done again.
@Singleton
class Worker {

    private static final String LAUNCHES = "/compute/v2.1/launches";
    private static final String STATES = "/compute/v2.1/server-states?";
    private static final int DEFECTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final JobService jobs;
    private final ItemLedger ledger;
    private final Requests requests;
    private final Answers answers;
    private final BatchSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    Worker(
            JobService jobs,
            ItemLedger ledger,
            Requests requests,
            Answers answers,
            BatchSettings settings,
            ObjectMapper json,
            @Service("batch") Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.requests = requests;
        this.answers = answers;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /// @param trust by which the call is made
    /// @param owner this process
    void run(Item item, String trust, UUID owner) throws InterruptedException {
        try {
            var full = requests.full(item);
            run(full.item(), full.contents(), trust, owner);
        } catch (Answers.Missing none) {
            end(item, owner, new End(ItemState.FAILED, null, none.getMessage(), null, null));
        }
    }

    private void run(Item item, Contents contents, String trust, UUID owner) throws InterruptedException {
        var request = RequestId.fresh();
        try {
            if (item.leftover() != null) {
                requests.call(
                        "DELETE", item.leftover(), Contents.NOTHING, trust, item.key() + "/left", RequestId.fresh());
            }
            var answer = requests.call(item.method(), item.path(), contents, trust, item.key(), request);
            judge(item, contents, answer, owner);
        } catch (Fault.Forbidden gone) {
            end(item, owner, new End(ItemState.FAILED, null, rightsEnded(gone), null, null));
            jobs.rightsEnded(item.job(), trust, rightsEnded(gone));
        } catch (IOException | Fault.Unavailable away) {
            again(item, owner, null, "No answer: " + away.getMessage(), request);
        }
    }

    /// Makes one call for many servers of one job; each has an answer of its own.
    ///
    /// @param trust by which the call is made
    /// @param owner this process
    void launch(List<Item> items, String trust, UUID owner) throws InterruptedException {
        var opened = new LinkedHashMap<Map<String, String>, Map<Item, Contents>>();
        for (var item : items) {
            try {
                var contents = requests.full(item).contents();
                opened.computeIfAbsent(contents.headers(), _ -> new LinkedHashMap<>())
                        .put(item, contents);
            } catch (Answers.Missing none) {
                end(item, owner, new End(ItemState.FAILED, null, none.getMessage(), null, null));
            }
        }
        for (var alike : opened.entrySet()) {
            launch(alike.getKey(), alike.getValue(), trust, owner);
        }
    }

    private void launch(Map<String, String> headers, Map<Item, Contents> items, String trust, UUID owner)
            throws InterruptedException {
        var request = RequestId.fresh();
        try {
            var answer = requests.call("POST", LAUNCHES, new Contents(headers, together(items)), trust, null, request);
            judge(List.copyOf(items.keySet()), answer, owner);
        } catch (Fault.Forbidden gone) {
            for (var item : items.keySet()) {
                end(item, owner, new End(ItemState.FAILED, null, rightsEnded(gone), null, null));
            }
            jobs.rightsEnded(items.keySet().iterator().next().job(), trust, rightsEnded(gone));
        } catch (IOException | Fault.Unavailable away) {
            for (var item : items.keySet()) {
                again(item, owner, null, "No answer: " + away.getMessage(), request);
            }
        }
    }

    private JsonNode together(Map<Item, Contents> items) {
        var whole = json.createObjectNode();
        var launches = whole.putArray("launches");
        items.forEach(
                (item, contents) -> launches.addObject().put("once", item.key()).set("launch", contents.body()));
        return whole;
    }

    private void judge(List<Item> items, Answer answer, UUID owner) {
        var settling = new ArrayList<Settling>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var own = answer.isSuccess()
                    ? answer.of(answer.body().path("launches").path(i))
                    : answer;
            var follow = own.isSuccess() ? Following.of(item, null, own) : Optional.<Follow>empty();
            follow.ifPresentOrElse(
                    it -> settling.add(new Settling(item, own.status(), own.requestId(), it)),
                    () -> judge(item, Contents.NOTHING, own, owner));
        }
        ledger.settle(settling, owner);
    }

    /// Looks at what items of one job wait for.
    void look(List<Item> items) throws InterruptedException {
        var job = items.getFirst().job();
        var trust = jobs.trust(job).orElse("");
        try {
            var query = items.stream().map(item -> "id=" + item.resource()).collect(Collectors.joining("&"));
            var answer = requests.call("GET", STATES + query, Contents.NOTHING, trust, null, RequestId.fresh());
            settled(job, seen(items, answer));
        } catch (Fault.Forbidden gone) {
            settled(
                    job,
                    items.stream()
                            .map(item -> new Settled(item, ItemState.FAILED, rightsEnded(gone)))
                            .toList());
            jobs.rightsEnded(job, trust, rightsEnded(gone));
        } catch (IOException | Fault.Unavailable away) {
            // they are looked at again
        }
    }

    private List<Settled> seen(List<Item> items, Answer answer) {
        var states = new HashMap<String, JsonNode>();
        answer.body()
                .path("servers")
                .forEach(state -> states.put(state.path("id").asText(), state));
        var settled = new ArrayList<Settled>();
        for (var item : items) {
            var seen = answer.isSuccess()
                    ? Following.see(Objects.requireNonNull(item.target()), states.get(item.resource()))
                    : new Following.Seen.NotYet();
            switch (seen) {
                case Following.Seen.There _ -> settled.add(new Settled(item, ItemState.DONE, null));
                case Following.Seen.Never(var why) -> settled.add(new Settled(item, ItemState.FAILED, why));
                case Following.Seen.NotYet _ -> {
                    if (isOlderThan(item, settings.settleWithin())) {
                        var why = "It has not become what was asked for within " + settings.settleWithin();
                        settled.add(new Settled(item, ItemState.FAILED, why));
                    }
                }
            }
        }
        return settled;
    }

    static String rightsEnded(Fault gone) {
        return "The rights of whoever submitted the job have ended. " + gone.text();
    }

    private void judge(Item item, Contents contents, Answer answer, UUID owner) {
        var status = answer.status();
        if (answer.isSuccess()) {
            answers.keep(item, owner, answer);
            var follow = Following.of(item, contents.body(), answer);
            if (follow.isPresent()) {
                ledger.settle(List.of(new Settling(item, status, answer.requestId(), follow.get())), owner);
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

    static Duration pause(int attempts) {
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

    private void settled(UUID job, List<Settled> items) {
        if (items.isEmpty()) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> jobs.tell(
                        job,
                        ledger.settled(items).stream()
                                .map(it -> new Told(
                                        it.item().position(),
                                        it.state(),
                                        it.item().resource()))
                                .toList()));
        jobs.conclude(job);
    }
}
