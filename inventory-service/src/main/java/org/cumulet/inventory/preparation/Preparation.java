package org.cumulet.inventory.preparation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.inventory.host.Host;
import org.cumulet.inventory.step.Change;
import org.cumulet.inventory.step.StepName;
import org.cumulet.inventory.step.Wish;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A host being brought into its declared state.
@Entity
public class Preparation {

    private static final int LONGEST_REASON = 2000;

    @Id
    private UUID id;

    private UUID host;
    private String hostName;

    @JdbcTypeCode(SqlTypes.JSON)
    private Wish wish;

    @Enumerated(EnumType.STRING)
    private PreparationState state;

    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    private @Nullable HostIs hostIs;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<StepName> steps;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Change> changes;

    private boolean cancelWanted;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant endedAt;

    protected Preparation() {}

    static Preparation of(Host host, Wish wish, Instant now) {
        var preparation = new Preparation();
        preparation.id = UUID.randomUUID();
        preparation.host = host.id();
        preparation.hostName = host.name();
        preparation.wish = wish;
        preparation.state = PreparationState.QUEUED;
        preparation.steps = List.of();
        preparation.changes = List.of();
        preparation.createdAt = now;
        preparation.updatedAt = now;
        return preparation;
    }

    void move(PreparationState to, Instant now) {
        state = to;
        updatedAt = now;
    }

    void found(List<StepName> looked, List<Change> differences, Instant now) {
        steps = looked;
        changes = differences;
        updatedAt = now;
    }

    void left(@Nullable HostIs like, Instant now) {
        hostIs = like;
        updatedAt = now;
    }

    void wantCancel(Instant now) {
        cancelWanted = true;
        updatedAt = now;
    }

    void end(PreparationState how, @Nullable String why, HostIs like, Instant now) {
        state = how;
        reason = why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_REASON));
        hostIs = like;
        updatedAt = now;
        endedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID host() {
        return host;
    }

    String hostName() {
        return hostName;
    }

    public Wish wish() {
        return wish;
    }

    PreparationState state() {
        return state;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    HostIs hostIs() {
        return hostIs;
    }

    List<StepName> steps() {
        return steps;
    }

    List<Change> changes() {
        return changes;
    }

    boolean cancelWanted() {
        return cancelWanted;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
