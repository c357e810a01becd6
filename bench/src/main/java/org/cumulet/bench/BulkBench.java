package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How long jobs of many servers take, and what the rest of the cloud feels of it.
final class BulkBench {

    private static final String JOBS = "/batch/v1/jobs";
    private static final String NAME = "bench";
    private static final int PAGE = 1000;
    private static final int WARM_UP = 200;
    private static final long QUIET_MILLIS = 20_000;

    private final Cloud cloud;
    private final Cloud neighbour;
    private final Bench.Options options;

    BulkBench(Cloud cloud, Cloud neighbour, Bench.Options options) {
        this.cloud = cloud;
        this.neighbour = neighbour;
        this.options = options;
    }

    BulkReport run() throws IOException, InterruptedException {
        var sizes = options.sizes("20,200,2000,20000");
        var hosts = options.hosts(200);
        var ground = new Ground(cloud, NAME);
        ground.hosts(hosts);
        var wish = ground.wish(sizes.stream().mapToInt(it -> it).max().orElse(0));
        var single = new Ground(neighbour, "bench-neighbour").wish(100);
        say("warm-up with %d servers", WARM_UP);
        delete(ended(submit(launch(WARM_UP, wish))));
        say("the neighbour alone");
        var quiet = new Neighbour(neighbour, single);
        try (quiet) {
            Thread.sleep(QUIET_MILLIS);
        }
        var runs = new ArrayList<BulkReport.Run>();
        for (var size : sizes) {
            var run = measure(size, wish, single);
            say("%d servers: accepted in %.0f ms, ended in %.0f ms", size, run.acceptMillis(), run.endMillis());
            runs.add(run);
        }
        return new BulkReport(hosts, quiet.waited(), runs);
    }

    private BulkReport.Run measure(int size, Map<String, Object> wish, Map<String, Object> single)
            throws IOException, InterruptedException {
        var before = memory();
        var document = launch(size, wish);
        var busy = new Neighbour(neighbour, single);
        var events = Events.of(cloud, options.contracts());
        final double accepted;
        final double end;
        final JsonNode job;
        final List<JsonNode> items;
        try (busy;
                events) {
            var start = System.nanoTime();
            var submitted = submit(document);
            accepted = (System.nanoTime() - start) / 1e6;
            job = ended(submitted);
            end = (System.nanoTime() - start) / 1e6;
            items = items(job);
            var expected = expected(job, items);
            Ground.awaitAtMost(60, () -> events.has(expected));
        }
        var after = memory();
        var told = events.told(expected(job, items));
        delete(job);
        return new BulkReport.Run(
                size,
                accepted,
                end,
                size / (end / 1000),
                job.at("/counts/failed").asInt(),
                after - before,
                busy.waited(),
                told);
    }

    private static Map<String, Object> launch(int count, Map<String, Object> wish) {
        return Map.of("operations", List.of(Map.of("launch", Map.of("count", count, "server", wish))));
    }

    private JsonNode submit(Map<String, Object> document) throws IOException, InterruptedException {
        return cloud.post(JOBS, document).path("job");
    }

    private JsonNode ended(JsonNode submitted) throws IOException, InterruptedException {
        var job = submitted;
        while (job.path("ended_at").isNull()) {
            job = cloud.get(JOBS + "/" + submitted.path("id").asText() + "?wait=60")
                    .path("job");
        }
        return job;
    }

    private List<JsonNode> items(JsonNode job) throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        var path = JOBS + "/" + job.path("id").asText() + "/items?limit=" + PAGE;
        while (all.size() < job.path("total").asInt()) {
            cloud.get(path + (all.isEmpty() ? "" : "&marker=" + (all.size() - 1)))
                    .path("items")
                    .forEach(all::add);
        }
        return all;
    }

    /// What the ledger says must have been told.
    private static Set<String> expected(JsonNode job, List<JsonNode> items) {
        var id = job.path("id").asText();
        var expected = new HashSet<String>();
        expected.add(Events.known("batch.job.accepted", id));
        expected.add(Events.known("batch.job.ended", id));
        for (var item : items) {
            expected.add(Events.known(
                    "batch.job.item_ended", id + "/" + item.path("position").asText()));
            if (item.path("state").asText().equals("done")) {
                var server = item.path("resource").asText();
                expected.add(Events.known("compute.server.requested", server));
                expected.add(Events.known("compute.server.scheduled", server));
                expected.add(Events.known("compute.server.launched", server));
            }
        }
        return expected;
    }

    private void delete(JsonNode job) throws IOException, InterruptedException {
        var operations = items(job).stream()
                .map(item -> item.path("resource"))
                .filter(JsonNode::isTextual)
                .map(id -> Map.of("method", "DELETE", "path", "/compute/v2.1/servers/" + id.asText()))
                .toList();
        if (!operations.isEmpty()) {
            var begun = System.nanoTime();
            ended(submit(Map.of("operations", operations)));
            say("%d servers: deleted in %.0f ms", operations.size(), (System.nanoTime() - begun) / 1e6);
        }
    }

    /// MiB of all processes of the cloud.
    private double memory() throws IOException {
        return Memory.of(options.pids()).values().stream().mapToDouble(it -> it).sum();
    }

    private static void say(String text, Object... values) {
        System.err.println(text.formatted(values));
    }
}
