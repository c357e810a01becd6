package org.cumulet.inventory.drift;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.inventory.step.Change;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The preparation that holds for a host, and what differs from it.
@Entity
class Standard {

    @Id
    private UUID host;

    private UUID preparation;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Change> changes = List.of();

    private @Nullable String trouble;
    private @Nullable Instant checkedAt;
    private Instant dueAt;

    protected Standard() {}

    static Standard of(UUID host) {
        var standard = new Standard();
        standard.host = host;
        return standard;
    }

    void holds(UUID prepared, Instant now, Instant due) {
        preparation = prepared;
        changes = List.of();
        trouble = null;
        checkedAt = now;
        dueAt = due;
    }

    void due(Instant at) {
        dueAt = at;
    }

    void found(List<Change> differences, Instant now) {
        changes = differences;
        trouble = null;
        checkedAt = now;
    }

    /// What was found last still counts.
    void notFoundOut(String why, Instant now) {
        trouble = why;
        checkedAt = now;
    }

    UUID host() {
        return host;
    }

    UUID preparation() {
        return preparation;
    }

    List<Change> changes() {
        return changes;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    @Nullable
    Instant checkedAt() {
        return checkedAt;
    }
}
