package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long it takes to look at real hosts, to examine them, and to prepare them. Hosts that hang count, too: each must
/// come to an end, if not to a good one.
final class HostsBench {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final Pattern HOST = Pattern.compile("(?m)^([A-Za-z0-9.-]+)[ \\t]+.*ansible_host=");
    private static final Set<String> BUSY = Set.of("queued", "looking", "applying", "confirming", "undoing");

    private final Cloud cloud;
    private final Bench.Options options;
    private final List<HostsReport.Run> runs = new ArrayList<>();

    HostsBench(Cloud cloud, Bench.Options options) {
        this.cloud = cloud;
        this.options = options;
    }

    HostsReport run() throws IOException, InterruptedException, ExecutionException {
        var machine = Machine.now();
        var inventory = Files.readString(options.inventory());
        var names =
                HOST.matcher(inventory).results().map(found -> found.group(1)).toList();
        register(names, inventory);
        var hosts = ids(names);
        for (var repeat = 1; repeat <= options.repeats(); repeat++) {
            facts(hosts);
            preflight(hosts);
            var prepared = prepare("prepare the hosts file", hosts);
            prepare("prepare it again", hosts);
            undo(prepared);
        }
        return new HostsReport(machine, names.size(), runs, Memory.of(options.pids()));
    }

    /// The first facts, over connections that are made for them.
    private void register(List<String> names, String inventory) throws IOException, InterruptedException {
        if (ids(names).size() == names.size()) {
            return;
        }
        var start = new Start("register, and facts");
        cloud.post("/inventory/v1/hosts", "text/x-ansible-inventory", inventory);
        awaitFacts(start, ids(names), Map.of());
    }

    /// By name, in the order of the inventory.
    private Map<String, String> ids(List<String> names) throws IOException, InterruptedException {
        var known = new HashMap<String, String>();
        for (var host : cloud.get("/inventory/v1/hosts?limit=1000").path("hosts")) {
            known.put(host.path("name").asText(), host.path("id").asText());
        }
        var ids = new LinkedHashMap<String, String>();
        names.stream().filter(known::containsKey).forEach(name -> ids.put(name, known.get(name)));
        return ids;
    }

    private void facts(Map<String, String> hosts) throws IOException, InterruptedException {
        var before = new HashMap<String, String>();
        for (var id : hosts.values()) {
            before.put(id, host(id).path("probed_at").asText());
        }
        var start = new Start("facts");
        for (var id : hosts.values()) {
            cloud.post("/inventory/v1/hosts/" + id + "/probe", null);
        }
        awaitFacts(start, hosts, before);
    }

    private void awaitFacts(Start start, Map<String, String> hosts, Map<String, String> before)
            throws IOException, InterruptedException {
        for (var id : hosts.values()) {
            var seen = await(
                    () -> host(id),
                    host -> !host.path("probed_at").isNull()
                            && !host.path("probed_at").asText().equals(before.get(id)));
            start.ended(
                    seen.path("state").asText(), "ready", seen.path("probed_at").asText());
        }
        runs.add(start.run());
    }

    private JsonNode host(String id) throws IOException, InterruptedException {
        return cloud.get("/inventory/v1/hosts/" + id).path("host");
    }

    /// A preflight that reached its host counts as well, whatever it found.
    private void preflight(Map<String, String> hosts) throws InterruptedException, ExecutionException {
        var wish = Map.of("preflight", Map.of("outside", options.outside()));
        var start = new Start("preflight");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Ended>>();
            hosts.values()
                    .forEach(id -> asked.add(threads.submit(() -> {
                        var checks = cloud.post("/inventory/v1/hosts/" + id + "/preflight", wish)
                                .at("/preflight/checks");
                        return new Ended(
                                Cloud.named(checks, "ssh").path("state").asText(),
                                Instant.now().toString());
                    })));
            for (var each : asked) {
                start.ended(each.get().state(), "ok", each.get().at());
            }
        }
        runs.add(start.run());
    }

    private record Ended(String state, String at) {}

    private List<JsonNode> prepare(String name, Map<String, String> hosts) throws IOException, InterruptedException {
        var wish = Map.of("hosts", hosts.values(), "prepare", Map.of("steps", List.of("hosts-file")));
        var start = new Start(name);
        var begun = new ArrayList<String>();
        cloud.post("/inventory/v1/preparations", wish)
                .path("preparations")
                .forEach(each -> begun.add(each.path("id").asText()));
        return awaitPreparations(start, begun, Set.of("prepared", "unchanged"));
    }

    private void undo(List<JsonNode> prepared) throws IOException, InterruptedException {
        var start = new Start("undo it");
        var begun = new ArrayList<String>();
        for (var preparation : prepared) {
            if (preparation.path("state").asText().equals("prepared")) {
                begun.add(preparation.path("id").asText());
                cloud.post("/inventory/v1/preparations/" + begun.getLast() + "/undo", null);
            }
        }
        awaitPreparations(start, begun, Set.of("undone"));
    }

    private List<JsonNode> awaitPreparations(Start start, List<String> begun, Set<String> well)
            throws IOException, InterruptedException {
        var ended = new ArrayList<JsonNode>();
        for (var id : begun) {
            var seen = await(
                    () -> cloud.get("/inventory/v1/preparations/" + id).path("preparation"),
                    preparation -> !BUSY.contains(preparation.path("state").asText()));
            var state = seen.path("state").asText();
            start.ended(
                    state,
                    well.contains(state) ? state : "",
                    seen.path("ended_at").asText());
            if (!well.contains(state)) {
                say(
                        "%s: %s: %s",
                        seen.path("host").asText(), state, seen.path("reason").asText());
            }
            ended.add(seen);
        }
        runs.add(start.run());
        return ended;
    }

    /// One thing that is done to all hosts, as their ends come in.
    private static final class Start {

        private final String name;
        private final Instant at = Instant.now();
        private Instant lastWell = at;
        private Instant last = at;
        private int well;
        private int others;

        Start(String name) {
            this.name = name;
        }

        /// @param when by the clock of the cloud, which is on this machine
        void ended(String state, String good, String when) {
            var end = Instant.parse(when);
            last = end.isAfter(last) ? end : last;
            if (state.equals(good)) {
                well++;
                lastWell = end.isAfter(lastWell) ? end : lastWell;
            } else {
                others++;
            }
        }

        HostsReport.Run run() {
            var run = new HostsReport.Run(name, well, others, seconds(lastWell), seconds(last));
            say(
                    "%s: %d well in %.1f s, %d not well, all ended in %.1f s",
                    name, well, run.wellSeconds(), others, run.allSeconds());
            return run;
        }

        private double seconds(Instant until) {
            return Duration.between(at, until).toMillis() / 1000.0;
        }
    }

    private interface Question {
        JsonNode ask() throws IOException, InterruptedException;
    }

    private interface Condition {
        boolean holds(JsonNode answer);
    }

    private static JsonNode await(Question question, Condition condition) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var answer = question.ask();
        while (!condition.holds(answer)) {
            if (System.nanoTime() > end) {
                throw new IOException("a host has been forgotten: " + answer);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            answer = question.ask();
        }
        return answer;
    }

    private static void say(String text, @Nullable Object... values) {
        System.err.println(text.formatted(values));
    }
}
