package org.cumulet.compute.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.cumulet.api.json.Times;
import org.cumulet.compute.server.ServerTime;
import org.jspecify.annotations.Nullable;

/// What a project used, as the API shows it: things times hours.
///
/// @param serverUsages server by server, where that was asked for
record UsageView(
        String tenantId,
        String start,
        String stop,
        double totalHours,
        double totalLocalGbUsage,
        double totalMemoryMbUsage,
        double totalVcpusUsage,
        @JsonInclude(Include.NON_NULL) @Nullable List<OfServer> serverUsages) {

    record One(Object tenantUsage) {}

    record Many(List<UsageView> tenantUsages) {}

    record OfServer(
            UUID instanceId,
            String name,
            String tenantId,
            String flavor,
            int vcpus,
            int memoryMb,
            int localGb,
            double hours,
            long uptime,
            String state,
            String startedAt,
            @Nullable String endedAt) {}

    static UsageView of(
            String project, List<ServerTime> servers, UsageQuery.Period period, boolean detailed, Instant now) {
        return new UsageView(
                project,
                Times.MICROS.of(period.start()),
                Times.MICROS.of(period.end()),
                total(servers, period, _ -> 1),
                total(servers, period, ServerTime::disk),
                total(servers, period, ServerTime::ram),
                total(servers, period, ServerTime::vcpus),
                detailed
                        ? servers.stream()
                                .map(server -> of(server, period, now))
                                .toList()
                        : null);
    }

    private static OfServer of(ServerTime server, UsageQuery.Period period, Instant now) {
        var terminated = server.terminated();
        return new OfServer(
                server.id(),
                server.name(),
                server.project(),
                server.flavor(),
                server.vcpus(),
                server.ram(),
                server.disk(),
                hours(server, period),
                Duration.between(server.created(), terminated == null ? now : terminated)
                        .toSeconds(),
                terminated == null ? server.state().toLowerCase(Locale.ROOT) : "terminated",
                Times.MICROS.of(server.created()),
                terminated == null ? null : Times.MICROS.of(terminated));
    }

    private static double total(List<ServerTime> servers, UsageQuery.Period period, ToDoubleFunction<ServerTime> size) {
        return servers.stream()
                .mapToDouble(server -> size.applyAsDouble(server) * hours(server, period))
                .sum();
    }

    private static double hours(ServerTime server, UsageQuery.Period period) {
        var from = server.created().isAfter(period.start()) ? server.created() : period.start();
        var terminated = server.terminated();
        var to = terminated != null && terminated.isBefore(period.end()) ? terminated : period.end();
        return Math.max(0, Duration.between(from, to).toMillis()) / 3_600_000.0;
    }
}
