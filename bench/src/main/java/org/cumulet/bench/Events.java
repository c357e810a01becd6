package org.cumulet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Reads the events of a project as they come, and checks each against its schema once all are read: checking costs
/// more
/// than reading, and would be taken for lag.
final class Events implements AutoCloseable {

    private static final int PAGE = 1000;
    private static final long BETWEEN_PAGES_MILLIS = 100;

    private final Cloud cloud;
    private final Path contracts;
    private final Map<String, JsonSchema> schemas = new HashMap<>();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final List<Double> lags = new ArrayList<>();
    private final Queue<Unchecked> unchecked = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private String cursor;
    private volatile boolean stopping;

    private Events(Cloud cloud, Path contracts, String cursor) {
        this.cloud = cloud;
        this.contracts = contracts;
        this.cursor = cursor;
        this.thread = Thread.ofVirtual().start(this::run);
    }

    /// From now on.
    static Events of(Cloud cloud, Path contracts) throws IOException, InterruptedException {
        var cursor = "0";
        while (true) {
            var page = cloud.get(path(cloud, cursor)).path("events");
            if (page.isEmpty()) {
                return new Events(cloud, contracts, cursor);
            }
            cursor = page.get(page.size() - 1).path("cursor").asText();
        }
    }

    /// @param data JSON, as text since that takes the least room
    private record Unchecked(String type, String data) {}

    /// @param lagP99 milliseconds between what happened and its event being read, looking ten times a second
    /// @param missing of those that the ledger says there must be
    record Told(int events, double lagP99, int invalid, int missing) {}

    Told told(Set<String> expected) throws IOException {
        var missing = expected.stream().filter(event -> !heard.contains(event)).count();
        return new Told(lags.size(), Neighbour.percentile(lags, 99), invalid(), (int) missing);
    }

    /// Whether all of these were heard.
    boolean has(Set<String> expected) {
        return heard.containsAll(expected);
    }

    /// How an event is known: by its type and by what it is about.
    static String known(String type, String about) {
        return "org.cumulet." + type + " " + about;
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    private void run() {
        try {
            while (!stopping) {
                var page = cloud.get(path(cloud, cursor)).path("events");
                var now = Instant.now();
                page.forEach(event -> take(event, now));
                if (page.size() < PAGE) {
                    Thread.sleep(BETWEEN_PAGES_MILLIS);
                }
            }
        } catch (IOException e) {
            System.err.println("events are not read any more: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(JsonNode event, Instant now) {
        cursor = event.path("cursor").asText();
        var type = event.path("type").asText();
        var item = event.at("/data/position");
        heard.add(type + " " + event.path("subject").asText() + (item.isMissingNode() ? "" : "/" + item.asText()));
        lags.add(Duration.between(Instant.parse(event.path("time").asText()), now)
                        .toNanos()
                / 1e6);
        unchecked.add(new Unchecked(type, event.path("data").toString()));
    }

    private int invalid() throws IOException {
        var json = new ObjectMapper();
        var invalid = 0;
        for (var event = unchecked.poll(); event != null; event = unchecked.poll()) {
            if (!schema(event.type()).validate(json.readTree(event.data())).isEmpty()) {
                invalid++;
            }
        }
        return invalid;
    }

    private JsonSchema schema(String type) {
        return schemas.computeIfAbsent(type, name -> {
            try {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(contracts.resolve(name + ".schema.json")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String path(Cloud cloud, String after) {
        return "/batch/v1/events?project=%s&limit=%d&after=%s".formatted(cloud.project(), PAGE, after);
    }
}
