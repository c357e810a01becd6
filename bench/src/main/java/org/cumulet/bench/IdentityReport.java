package org.cumulet.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What was measured of identity.
///
/// @param machine processors, and the load average when it began
/// @param figures in the order they were measured
/// @param slowdown of validation by 64 clients with wrong passwords: 0.1 is a tenth less per second
/// @param memoryBefore MiB (PSS) per process after the warm-up; empty where nobody said which processes
/// @param memoryAfter the same at the end
record IdentityReport(
        Machine machine,
        List<Figure> figures,
        double slowdown,
        Map<String, Double> memoryBefore,
        Map<String, Double> memoryAfter)
        implements Measured {

    /// One thing, measured as often as asked.
    record Figure(String name, int clients, List<Load.Result> runs) {}

    @Override
    public boolean hasFailures() {
        return figures.stream().flatMap(it -> it.runs().stream()).anyMatch(it -> it.wrong() > 0);
    }

    @Override
    public void print(PrintStream out) {
        out.printf("%n%-58s %7s %24s %12s %12s %6s%n", "", "clients", "per second", "p50 [ms]", "p99 [ms]", "wrong");
        for (var figure : figures) {
            out.printf(
                    "%-58s %7d %24s %12.2f %12.2f %6d%n",
                    figure.name(),
                    figure.clients(),
                    "%.0f / %.0f / %.0f"
                            .formatted(
                                    at(figure, Load.Result::perSecond, 0),
                                    at(figure, Load.Result::perSecond, 0.5),
                                    at(figure, Load.Result::perSecond, 1)),
                    at(figure, Load.Result::p50Millis, 0.5),
                    at(figure, Load.Result::p99Millis, 0.5),
                    figure.runs().stream().mapToInt(Load.Result::wrong).sum());
        }
        out.printf(
                "(minimum / median / maximum; medians of latencies; %d processors, load average at the start %.1f)%n",
                machine.processors(), machine.loadAverage());
        out.printf("64 clients with wrong passwords take %.0f %% of validation's rate%n", 100 * slowdown);
        memoryAfter.forEach((name, size) ->
                out.printf("%-24s %8.0f MiB, %+.0f%n", name, size, size - memoryBefore.getOrDefault(name, 0.0)));
    }

    private static double at(Figure figure, ToDoubleFunction<Load.Result> value, double part) {
        var sorted = figure.runs().stream().mapToDouble(value).sorted().toArray();
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
