package org.cumulet.image.member;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A project that an image is offered to.
@Entity
@Table(name = "image_member")
class Member {

    /// Which image to which project.
    @Embeddable
    record Id(UUID image, String project) {}

    @EmbeddedId
    private Id id;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private Instant createdAt;
    private Instant updatedAt;

    protected Member() {}

    Member(Id id, Instant now) {
        this.id = id;
        this.status = MemberStatus.PENDING;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void answer(MemberStatus next, Instant now) {
        status = next;
        updatedAt = now;
    }

    UUID image() {
        return id.image();
    }

    String project() {
        return id.project();
    }

    MemberStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
