package org.cumulet.inventory.preflight;

import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.step.StepName;
import org.jspecify.annotations.Nullable;

/// Whether the clock is right and stays so.
record TimeChecks(Sight sight) {

    private static final long TOLERATED_MS = 2000;

    Stream<Check> all() {
        return Stream.of(clock(), source(), oldJobs());
    }

    private Check clock() {
        var clock = sight.facts().clock();
        if (clock == null) {
            return Check.skipped("clock", "The host does not say what time it is.");
        }
        var evidence =
                new Check.Evidence("date +%s.%N", "%d ms from the control plane's clock".formatted(clock.offsetMs()));
        return Math.abs(clock.offsetMs()) <= TOLERATED_MS
                ? Check.ok("clock", evidence)
                : Check.failed(
                        "clock",
                        "The clock is %s %s the control plane's."
                                .formatted(
                                        duration(Math.abs(clock.offsetMs())),
                                        clock.offsetMs() > 0 ? "ahead of" : "behind"),
                        evidence,
                        new Check.Fix(sight.host().name(), "chronyc makestep"));
    }

    private static String duration(long ms) {
        return ms < 120_000 ? "%d s".formatted(ms / 1000) : "%d minutes".formatted(Math.round(ms / 60_000.0));
    }

    private Check source() {
        var clock = sight.facts().clock();
        var name = "time-source";
        var evidence = sight.evidence("time-sources");
        var fix = new Check.Fix(
                sight.host().name(),
                clock != null && "chrony".equals(clock.service()) ? followTheController() : installation(),
                StepName.TIME);
        if (clock == null || clock.service() == null) {
            return Check.failed(
                    name, "Nothing keeps the clock right: neither chrony nor another service runs.", evidence, fix);
        }
        return clock.service().equals("chrony")
                ? chrony(name, clock, evidence, fix)
                : Check.warning(
                        name,
                        "%s keeps the clock right; whether its source answers is not known.".formatted(clock.service()),
                        evidence,
                        fix);
    }

    /// `^,?,192.0.2.1,0,6,0,…`: the sixth is the register of the last answers.
    private Check chrony(String name, Facts.Clock clock, Check.@Nullable Evidence evidence, Check.Fix fix) {
        if (clock.source() != null) {
            return Check.ok(name, evidence);
        }
        var silent = sight.answer("time-sources").stream()
                .flatMap(answer -> answer.output().lines())
                .map(line -> line.split(","))
                .filter(parts -> parts.length > 5 && parts[5].equals("0"))
                .map(parts -> parts[2])
                .toList();
        return silent.isEmpty()
                ? Check.failed(name, "chrony runs but follows no source.", evidence, fix)
                : Check.failed(
                        name,
                        "The time source %s does not answer.".formatted(String.join(", ", silent)),
                        evidence,
                        fix);
    }

    private String installation() {
        return sight.facts().system().isOfDebian()
                ? "apt-get install --no-install-recommends chrony"
                : "dnf install chrony && systemctl enable --now chronyd";
    }

    /// A controller has its source from outside.
    private String followTheController() {
        var source = sight.others().stream()
                .filter(machine -> machine.is(HostRole.CONTROLLER))
                .filter(_ -> !sight.host().is(HostRole.CONTROLLER))
                .map(Sight.Machine::address)
                .findFirst()
                .orElse("TIME-SERVER");
        return sight.facts().system().isOfDebian()
                ? "echo 'server %s iburst' > /etc/chrony/sources.d/site.sources && chronyc reload sources"
                        .formatted(source)
                : "echo 'server %s iburst' >> /etc/chrony.conf && systemctl restart chronyd".formatted(source);
    }

    private Check oldJobs() {
        var name = "old-time-jobs";
        return sight.answer("old-time-jobs")
                .map(said -> said.output().isEmpty()
                        ? Check.ok(name, said.evidence())
                        : Check.warning(
                                name,
                                "An old job sets the clock from time to time, and chrony does that better: %s."
                                        .formatted(said.output()
                                                .lines()
                                                .findFirst()
                                                .orElse("")),
                                said.evidence(),
                                new Check.Fix(sight.host().name(), "sed -i '%2$ss/^/# /' %1$s".formatted((Object[])
                                                place(said.output())))))
                .orElseGet(() -> Check.skipped(name, "The host did not say."));
    }

    /// `/etc/cron.d/time:3:0 * * * * root ntpdate …`: the file and the line.
    private static String[] place(String found) {
        return found.split(":", 3);
    }
}
