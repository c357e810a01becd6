package org.cumulet.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// What was measured of databases.
///
/// @param machine processors, and the load average when it began
/// @param runs in order, without the warm-ups
record DatabaseReport(Machine machine, List<Run> runs) implements Measured {

    /// One request for many databases on one server.
    ///
    /// @param acceptMillis until the answer 202 was there, with all passwords
    /// @param doneMillis until the last had its outcome
    /// @param perSecond databases made, each with its owner, until then
    /// @param dropMillis until the last was gone, each dropped by a request of its own
    /// @param failed how many did not become active, and how many poisoned names were not refused
    record Run(
            String server,
            String engine,
            int databases,
            double acceptMillis,
            double doneMillis,
            double perSecond,
            double dropMillis,
            int failed) {

        private String kind() {
            return "%-12s %9d".formatted(engine, databases);
        }
    }

    @Override
    public boolean hasFailures() {
        return runs.stream().anyMatch(run -> run.failed() > 0);
    }

    @Override
    public void print(PrintStream out) {
        out.printf(
                "%n%-12s %9s %22s %22s %18s %22s %7s%n",
                "engine", "databases", "accepted [ms]", "all done [ms]", "per second", "all gone [ms]", "failed");
        runs.stream()
                .collect(Collectors.groupingBy(Run::kind, LinkedHashMap::new, Collectors.toList()))
                .forEach((kind, same) -> out.printf(
                        "%s %22s %22s %18s %22s %7d%n",
                        kind,
                        Report.spread(same, Run::acceptMillis),
                        Report.spread(same, Run::doneMillis),
                        Report.spread(same, Run::perSecond),
                        Report.spread(same, Run::dropMillis),
                        same.stream().mapToInt(Run::failed).sum()));
        out.printf(
                "(minimum / median / maximum; every database with an owner of its own; %d processors, load average at the start %.1f)%n",
                machine.processors(), machine.loadAverage());
    }
}
