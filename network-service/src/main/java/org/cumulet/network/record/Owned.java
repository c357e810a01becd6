package org.cumulet.network.record;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Something that belongs to a project and counts its changes.
@MappedSuperclass
public class Owned {

    @Id
    private UUID id;

    private String projectId;
    private String description;
    private int revision;
    private Instant createdAt;
    private Instant updatedAt;

    protected Owned() {}

    protected Owned(UUID id, String projectId, String description, Instant now) {
        this.id = id;
        this.projectId = projectId;
        this.description = description;
        this.revision = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String projectId() {
        return projectId;
    }

    public String description() {
        return description;
    }

    public int revision() {
        return revision;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public void changed(Instant now) {
        revision++;
        updatedAt = now;
    }

    protected void describe(String text) {
        description = text;
    }

    /// @param expected what the caller believes the revision to be, if it said so
    public void mustBeAt(@Nullable Integer expected) {
        if (expected != null && expected != revision) {
            throw new Fault.Other(412, "Constrained to %d, but current revision is %d".formatted(expected, revision))
                    .named("RevisionNumberConstraintFailed");
        }
    }
}
