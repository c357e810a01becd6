package org.cumulet.network.host;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A host that may carry something of ours, and whether it carries what it should.
@Entity
class RealisedHost {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 10;
    private static final int LONGEST_COMPLAINT = 1_000;

    @Id
    private String id;

    private long changes;
    private long syncedChanges;
    private Instant dueAt;
    private int attempts;
    private @Nullable Instant triedAt;
    private @Nullable Instant syncedAt;
    private @Nullable String complaint;
    private Instant createdAt;

    protected RealisedHost() {}

    long changes() {
        return changes;
    }

    HostHealth health() {
        return new HostHealth(id, attempts == 0 && syncedAt != null, triedAt == null ? createdAt : triedAt, createdAt);
    }

    /// All that had changed until then is there.
    void synced(long until, Instant now, HostSettings settings) {
        syncedChanges = Math.max(syncedChanges, until);
        attempts = 0;
        triedAt = now;
        syncedAt = now;
        complaint = null;
        dueAt = now.plus(syncedChanges < changes ? settings.settle() : settings.interval());
    }

    /// Tried again after a pause that grows with every attempt.
    void failed(String why, Instant now, HostSettings settings) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        attempts++;
        triedAt = now;
        complaint = why.substring(0, Math.min(why.length(), LONGEST_COMPLAINT));
        dueAt = now.plus(pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause);
    }
}
