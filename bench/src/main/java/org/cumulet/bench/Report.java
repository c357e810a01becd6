package org.cumulet.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What was measured.
///
/// @param hosts simulated hosts in the cloud
/// @param launches every launch, in order, without the warm-up
/// @param memory MiB (PSS) per process, after the last launch; empty where nobody said which processes
record Report(int hosts, List<Launch> launches, Map<String, Double> memory) implements Measured {

    /// One launch of many servers.
    ///
    /// @param servers how many were asked for
    /// @param acceptMillis until the answer 202 was there
    /// @param activeMillis until the last was ACTIVE or ERROR
    /// @param deleteMillis until the last was gone after the delete of all
    /// @param errors how many ended in ERROR
    record Launch(int servers, double acceptMillis, double activeMillis, double deleteMillis, int errors) {}

    @Override
    public boolean hasFailures() {
        return launches.stream().anyMatch(launch -> launch.errors() > 0);
    }

    @Override
    public void print(PrintStream out) {
        out.printf(
                "%n%8s %8s %22s %22s %22s %7s%n",
                "servers", "repeats", "accepted [ms]", "all active [ms]", "all gone [ms]", "errors");
        bySize().forEach((size, runs) -> out.printf(
                "%8d %8d %22s %22s %22s %7d%n",
                size,
                runs.size(),
                spread(runs, Launch::acceptMillis),
                spread(runs, Launch::activeMillis),
                spread(runs, Launch::deleteMillis),
                runs.stream().mapToInt(Launch::errors).sum()));
        out.printf("(minimum / median / maximum; %d simulated hosts)%n", hosts);
        if (!memory.isEmpty()) {
            memory.forEach((name, size) -> out.printf("%-24s %8.0f MiB%n", name, size));
            out.printf(
                    "%-24s %8.0f MiB%n",
                    "together", memory.values().stream().mapToDouble(it -> it).sum());
        }
    }

    private Map<Integer, List<Launch>> bySize() {
        return launches.stream().collect(Collectors.groupingBy(Launch::servers, TreeMap::new, Collectors.toList()));
    }

    static <T> String spread(List<T> runs, ToDoubleFunction<T> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return "%.0f / %.0f / %.0f".formatted(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
