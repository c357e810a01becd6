package org.cumulet.bench;

import java.io.PrintStream;
import java.util.List;

/// What was measured of jobs.
///
/// @param hosts simulated hosts in the cloud
/// @param quiet what a neighbour waits for a server while nothing else happens
record BulkReport(int hosts, Neighbour.Waited quiet, List<Run> runs) implements Measured {

    /// One job.
    ///
    /// @param acceptMillis until 202 was there
    /// @param endMillis until the job had ended
    /// @param perSecond items
    /// @param growthMiB of the memory of all processes, while it ran
    /// @param neighbour what another project waited for a server meanwhile
    record Run(
            int servers,
            double acceptMillis,
            double endMillis,
            double perSecond,
            int failed,
            double growthMiB,
            Neighbour.Waited neighbour,
            Events.Told events) {

        boolean hasFailures() {
            return failed > 0 || events.invalid() > 0 || events.missing() > 0;
        }
    }

    @Override
    public boolean hasFailures() {
        return runs.stream().anyMatch(Run::hasFailures);
    }

    @Override
    public void print(PrintStream out) {
        out.printf(
                "%n%8s %9s %9s %8s %6s %8s %10s %10s %9s %8s %7s %7s%n",
                "servers",
                "202 [ms]",
                "end [ms]",
                "items/s",
                "failed",
                "mem[MiB]",
                "n.202[ms]",
                "n.up [ms]",
                "lag [ms]",
                "events",
                "invalid",
                "missing");
        runs.forEach(run -> out.printf(
                "%8d %9.0f %9.0f %8.1f %6d %8.0f %10.0f %10.0f %9.0f %8d %7d %7d%n",
                run.servers(),
                run.acceptMillis(),
                run.endMillis(),
                run.perSecond(),
                run.failed(),
                run.growthMiB(),
                run.neighbour().acceptedP99(),
                run.neighbour().activeP99(),
                run.events().lagP99(),
                run.events().events(),
                run.events().invalid(),
                run.events().missing()));
        out.printf(
                "(%d simulated hosts; lag of events and the neighbour's waiting are p99; alone it waits %.0f and %.0f ms)%n",
                hosts, quiet.acceptedP99(), quiet.activeP99());
    }
}
