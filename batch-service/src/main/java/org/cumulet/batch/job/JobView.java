package org.cumulet.batch.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.api.page.Page;
import org.cumulet.batch.BatchLinks;
import org.cumulet.batch.item.ItemState;
import org.cumulet.batch.job.JobService.Shown;
import org.jspecify.annotations.Nullable;

/// A job as the API shows it.
///
/// @param counts of items, by state
/// @param rate items that ended per second, since the first one was begun
/// @param atLeast how many items must be done for what is done to stay
/// @param secondsLeft by that rate; null where nothing has ended yet
public record JobView(
        UUID id,
        @Nullable String name,
        JobState state,
        @Nullable String reason,
        int total,
        Map<ItemState, Integer> counts,
        double rate,
        @Nullable Long secondsLeft,
        int priority,
        int maxParallel,
        Policy policy,
        int atLeast,
        @Nullable String notBefore,
        @Nullable String deadline,
        String projectId,
        String userId,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String endedAt,
        List<Link> links) {

    public record Link(String rel, String href) {}

    public record One(JobView job) {}

    record Many(
            List<JobView> jobs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> links) {}

    public static JobView of(Shown shown, Instant now, BatchLinks links) {
        var job = shown.job();
        var counts = new EnumMap<ItemState, Integer>(ItemState.class);
        for (var state : ItemState.values()) {
            counts.put(state, shown.counts().getOrDefault(state, 0));
        }
        var open = ItemState.OPEN.stream().mapToInt(counts::get).sum();
        var rate = rate(job.total() - open, job.started(), Objects.requireNonNullElse(job.ended(), now));
        return new JobView(
                job.id(),
                job.name(),
                job.state(),
                job.reason(),
                job.total(),
                counts,
                rate,
                open == 0 ? Long.valueOf(0) : rate == 0 ? null : Long.valueOf(Math.round(open / rate)),
                job.priority(),
                job.maxParallel(),
                job.policy(),
                job.needed(),
                at(job.notBefore()),
                at(job.deadline()),
                job.project(),
                job.user(),
                Times.MICROS_Z.of(job.created()),
                at(job.started()),
                at(job.ended()),
                List.of(new Link("self", links.to("v1", "jobs", job.id().toString()))));
    }

    static Many of(Page<Shown> page, Instant now, BatchLinks links) {
        var last = page.items().isEmpty() ? null : page.items().getLast().job().id();
        return new Many(
                page.map(it -> of(it, now, links)).items(),
                page.more() ? List.of(new Link("next", links.to("v1", "jobs?marker=" + last))) : List.of());
    }

    private static double rate(int ended, @Nullable Instant from, Instant to) {
        if (from == null || ended == 0) {
            return 0;
        }
        var seconds = Math.max(1, Duration.between(from, to).toMillis()) / 1000.0;
        return Math.round(ended / seconds * 100) / 100.0;
    }

    private static @Nullable String at(@Nullable Instant moment) {
        return moment == null ? null : Times.MICROS_Z.of(moment);
    }
}
