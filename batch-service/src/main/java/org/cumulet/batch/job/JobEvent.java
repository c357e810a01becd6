package org.cumulet.batch.job;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about a job.
public sealed interface JobEvent extends DomainEvent {

    UUID job();

    /// Its document is in order; its items wait.
    record Accepted(UUID job, String project, String user, int total, Instant at) implements JobEvent {}

    /// An item has an end: `done` or `failed`.
    record ItemEnded(
            UUID job,
            String project,
            int position,
            String state,
            @Nullable String resource,
            Instant at) implements JobEvent {}

    /// Nothing new is begun.
    record Paused(UUID job, String project, Instant at) implements JobEvent {}

    /// It goes on.
    record Resumed(UUID job, String project, Instant at) implements JobEvent {}

    /// Items that had failed are tried again.
    record Retried(UUID job, String project, int items, Instant at) implements JobEvent {}

    /// Too few of its items can be done: what was done is being undone.
    record Undoing(UUID job, String project, String reason, Instant at) implements JobEvent {}

    /// What an item did is undone (`undone`, or `failed` where it was half done), or stays (`kept`).
    record ItemUndone(
            UUID job,
            String project,
            int position,
            String state,
            @Nullable String resource,
            Instant at) implements JobEvent {}

    /// Too few of its items were done, and what was done is undone.
    record Failed(UUID job, String project, String reason, int undone, int kept, int failed, int cancelled, Instant at)
            implements JobEvent {}

    /// All its items have ended.
    record Ended(UUID job, String project, String state, int done, int failed, int cancelled, Instant at)
            implements JobEvent {}

    @Override
    default String topic() {
        return "batch.job";
    }

    @Override
    default String subject() {
        return job().toString();
    }
}
