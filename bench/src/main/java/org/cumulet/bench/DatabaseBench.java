package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How long it takes from one request to N databases, each with its owner, on every server that is registered. Three
/// poisoned names are among them.
final class DatabaseBench {

    private static final String PREFIX = "bench_";

    /// Names that stand among the others in each request and are to be refused, each for itself.
    private static final List<String> POISONED =
            List.of("a`; drop database mysql;--", "../../etc", "information_schema");

    private final Cloud cloud;
    private final Bench.Options options;

    DatabaseBench(Cloud cloud, Bench.Options options) {
        this.cloud = cloud;
        this.options = options;
    }

    /// Takes the servers one after the other: a warm-up of each size, then as many runs as asked.
    DatabaseReport run() throws IOException, InterruptedException {
        var servers = cloud.get("/database/v1/servers").path("servers");
        if (servers.isEmpty()) {
            throw new IOException("no database server is registered: POST /database/v1/servers first");
        }
        var machine = Machine.now();
        Ground.await("what an earlier bench has left is gone", this::isSwept);
        var runs = new ArrayList<DatabaseReport.Run>();
        for (var server : servers) {
            for (var size : options.sizes("100")) {
                say("warm-up with %d databases on %s", size, server.path("name").asText());
                declare(server, size);
                for (var repeat = 1; repeat <= options.repeats(); repeat++) {
                    var run = declare(server, size);
                    say(
                            "%d databases on %s, run %d: accepted in %.0f ms, all there in %.0f ms, all gone in %.0f ms, %d failed",
                            size,
                            run.server(),
                            repeat,
                            run.acceptMillis(),
                            run.doneMillis(),
                            run.dropMillis(),
                            run.failed());
                    runs.add(run);
                }
            }
        }
        return new DatabaseReport(machine, runs);
    }

    private DatabaseReport.Run declare(JsonNode server, int size) throws IOException, InterruptedException {
        var name = server.path("name").asText();
        var names = IntStream.rangeClosed(1, size)
                .mapToObj(k -> PREFIX + "%04d".formatted(k))
                .toList();
        var wishes = Stream.concat(names.stream(), POISONED.stream())
                .map(each -> Map.of("name", each, "server", name))
                .toList();
        var start = System.nanoTime();
        var request = cloud.post("/database/v1/databases", Map.of("databases", wishes))
                .path("request");
        var accepted = millisSince(start);
        var outcome = settled("/database/v1/requests/" + request.path("id").asText());
        var done = millisSince(start);
        var counts = outcome.path("counts");
        var refused = counts.path("refused").asInt();
        var failed = size - counts.path("active").asInt() + Math.abs(POISONED.size() - refused);
        outcome.path("items").forEach(item -> {
            if (!item.path("state").asText().equals("active")) {
                say("%s", item);
            }
        });
        return new DatabaseReport.Run(
                name,
                server.path("engine").asText(),
                size,
                accepted,
                done,
                1000 * counts.path("active").asInt() / done,
                drop(names),
                failed);
    }

    private JsonNode settled(String request) throws IOException, InterruptedException {
        Ground.await(
                "the databases are settled",
                () -> cloud.get(request).at("/request/counts/building").isMissingNode());
        return cloud.get(request).path("request");
    }

    /// Answers how long it takes until the last is gone, in milliseconds.
    private double drop(List<String> names) throws IOException, InterruptedException {
        var start = System.nanoTime();
        for (var name : names) {
            drop(name);
        }
        Ground.await("the databases are gone", () -> there().isEmpty());
        return millisSince(start);
    }

    private void drop(String name) throws IOException, InterruptedException {
        cloud.delete("/database/v1/databases/%s?confirm=%s&force=true&last_dump=false".formatted(name, name));
    }

    private boolean isSwept() throws IOException, InterruptedException {
        var there = there();
        for (var database : there) {
            if (!database.path("state").asText().equals("deleting")) {
                drop(database.path("name").asText());
            }
        }
        return there.isEmpty();
    }

    /// The first of what a bench has declared; none only where none is.
    private List<JsonNode> there() throws IOException, InterruptedException {
        var there = new ArrayList<JsonNode>();
        cloud.get("/database/v1/databases?marker=" + PREFIX).path("databases").forEach(database -> {
            if (database.path("name").asText().startsWith(PREFIX)) {
                there.add(database);
            }
        });
        return there;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String text, Object... values) {
        System.err.println(text.formatted(values));
    }
}
