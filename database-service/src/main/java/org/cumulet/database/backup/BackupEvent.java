package org.cumulet.database.backup;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;

/// What the rest of the cloud may know about a backup. Where it is kept and what is in it is not of that.
public sealed interface BackupEvent extends DomainEvent {

    UUID backup();

    /// One is being made.
    record Requested(UUID backup, String project, String database, String kind, Instant at) implements BackupEvent {}

    /// It is whole and kept.
    record Completed(UUID backup, String project, String database, long bytes, Instant at) implements BackupEvent {}

    /// It could not be made. The reason is the one its owner reads.
    record Failed(UUID backup, String project, String database, String reason, Instant at) implements BackupEvent {}

    /// It was restored for a trial, and all was there or not.
    record Verified(UUID backup, String project, String database, boolean restorable, Instant at)
            implements BackupEvent {}

    /// It is gone.
    record Deleted(UUID backup, String project, String database, Instant at) implements BackupEvent {}

    @Override
    default String subject() {
        return backup().toString();
    }

    @Override
    default String topic() {
        return "database.backup";
    }
}
