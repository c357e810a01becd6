package org.cumulet.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What was measured of real hosts.
///
/// @param machine processors, and the load average when it began
/// @param hosts how many there are
/// @param runs every run, in order
/// @param memory MiB (PSS) per process, at the end; empty where nobody said which processes
record HostsReport(Machine machine, int hosts, List<Run> runs, Map<String, Double> memory) implements Measured {

    /// One thing that was done to all hosts.
    ///
    /// @param well how many came to a good end
    /// @param others how many came to another one; hosts that hang, for example
    /// @param wellSeconds until the last good end
    /// @param allSeconds until the last end
    record Run(String name, int well, int others, double wellSeconds, double allSeconds) {}

    @Override
    public boolean hasFailures() {
        return runs.stream().anyMatch(run -> run.others() > 0);
    }

    @Override
    public void print(PrintStream out) {
        out.printf("%n%-24s %8s %8s %24s %24s%n", "", "well", "not well", "all well [s]", "all ended [s]");
        byName().forEach((name, same) -> out.printf(
                "%-24s %8d %8d %24s %24s%n",
                name,
                same.stream().mapToInt(Run::well).min().orElse(0),
                same.stream().mapToInt(Run::others).max().orElse(0),
                spread(same, Run::wellSeconds),
                spread(same, Run::allSeconds)));
        out.printf(
                "(minimum / median / maximum of the runs; %d hosts, %d processors, load average at the start %.1f)%n",
                hosts, machine.processors(), machine.loadAverage());
        memory.forEach((name, size) -> out.printf("%-24s %8.0f MiB%n", name, size));
    }

    private Map<String, List<Run>> byName() {
        return runs.stream().collect(Collectors.groupingBy(Run::name, LinkedHashMap::new, Collectors.toList()));
    }

    private static String spread(List<Run> runs, ToDoubleFunction<Run> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return "%.1f / %.1f / %.1f".formatted(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
