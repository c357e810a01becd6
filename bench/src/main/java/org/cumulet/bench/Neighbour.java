package org.cumulet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Somebody in another project who launches one server after the other, and looks at the clock.
final class Neighbour implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 20;
    private static final long BETWEEN_SERVERS_MILLIS = 100;

    private final Cloud cloud;
    private final Map<String, Object> wish;
    private final List<Double> accepted = new ArrayList<>();
    private final List<Double> active = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;

    Neighbour(Cloud cloud, Map<String, Object> wish) {
        this.cloud = cloud;
        this.wish = wish;
        this.thread = Thread.ofVirtual().start(this::run);
    }

    /// Servers of a neighbour, in milliseconds.
    ///
    /// @param acceptedP99 until 202 was there
    /// @param activeP99 until it was ACTIVE
    record Waited(int servers, double acceptedP99, double activeP99) {}

    Waited waited() {
        return new Waited(active.size(), percentile(accepted, 99), percentile(active, 99));
    }

    /// Once the last of its servers is there.
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    private void run() {
        try {
            do {
                one();
                Thread.sleep(BETWEEN_SERVERS_MILLIS);
            } while (!stopping);
        } catch (IOException e) {
            System.err.println("the neighbour gives up: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void one() throws IOException, InterruptedException {
        var start = System.nanoTime();
        var id = cloud.post("/compute/v2.1/servers", Map.of("server", wish))
                .at("/server/id")
                .asText();
        accepted.add((System.nanoTime() - start) / 1e6);
        var path = "/compute/v2.1/servers/" + id;
        while (cloud.get(path).at("/server/status").asText().equals("BUILD")) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        active.add((System.nanoTime() - start) / 1e6);
        cloud.delete(path);
    }

    static double percentile(List<Double> values, int percent) {
        var sorted = values.stream().mapToDouble(it -> it).sorted().toArray();
        return sorted.length == 0
                ? 0
                : Arrays.stream(sorted)
                        .skip(Math.min(sorted.length - 1, sorted.length * percent / 100))
                        .findFirst()
                        .orElse(0);
    }
}
