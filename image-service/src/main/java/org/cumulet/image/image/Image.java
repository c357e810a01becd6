package org.cumulet.image.image;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.blobs.Fingerprint;
import org.cumulet.image.traits.Traits;
import org.cumulet.image.traits.Visibility;
import org.jspecify.annotations.Nullable;

/// A disk that servers start from: what is said of it, and where its bytes are on their way.
@Entity
public class Image {

    @Id
    private UUID id;

    @Embedded
    private Traits traits;

    @Enumerated(EnumType.STRING)
    private ImageStatus status;

    @Nullable
    private UUID upload;

    @SuppressWarnings("UnusedVariable") // summed up by the quota's query
    private long reserved;

    @Nullable
    private Long size;

    @Nullable
    private Long virtualSize;

    @Nullable
    private String md5;

    @Nullable
    private String sha512;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("UnusedVariable") // asked by every query
    @Nullable
    private Instant deletedAt;

    protected Image() {}

    Image(UUID id, Traits traits, Instant now) {
        this.id = id;
        this.traits = traits;
        this.status = ImageStatus.QUEUED;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void change(Traits next, Instant now) {
        if (status != ImageStatus.QUEUED) {
            mustKeep("disk_format", traits.diskFormat(), next.diskFormat());
            mustKeep("container_format", traits.containerFormat(), next.containerFormat());
        }
        traits = next;
        updatedAt = now;
    }

    private static void mustKeep(String attribute, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw new Fault.Forbidden("Attribute %s can be only replaced for a queued image.".formatted(attribute));
        }
    }

    /// From now on only the bytes of this upload are taken.
    void receive(UUID from, Instant now) {
        if (status != ImageStatus.QUEUED) {
            throw new Fault.Conflict(
                    "Image status transition from %s to saving is not allowed".formatted(status.wire()));
        }
        if (traits.diskFormat() == null || traits.containerFormat() == null) {
            throw new Fault.BadRequest("Properties disk_format, container_format must be set prior to saving data.");
        }
        status = ImageStatus.SAVING;
        upload = from;
        updatedAt = now;
    }

    boolean isReceiving(UUID from) {
        return status == ImageStatus.SAVING && from.equals(upload);
    }

    void reserve(long bytes) {
        reserved = bytes;
    }

    /// All bytes are there. They never change again.
    void complete(Fingerprint bytes, OptionalLong diskSize, Instant now) {
        endUpload(ImageStatus.ACTIVE, now);
        size = bytes.size();
        md5 = bytes.md5();
        sha512 = bytes.sha512();
        virtualSize = diskSize.isPresent() ? diskSize.getAsLong() : null;
    }

    /// The bytes did not come; others may.
    void giveUp(Instant now) {
        endUpload(ImageStatus.QUEUED, now);
    }

    /// @return false if it was so already
    boolean deactivate(Instant now) {
        return move(ImageStatus.ACTIVE, ImageStatus.DEACTIVATED, now);
    }

    /// @return false if it was so already
    boolean reactivate(Instant now) {
        return move(ImageStatus.DEACTIVATED, ImageStatus.ACTIVE, now);
    }

    private boolean move(ImageStatus from, ImageStatus to, Instant now) {
        if (status != from && status != to) {
            throw new Fault.Forbidden("Not allowed to move an image from %s to %s".formatted(status.wire(), to.wire()));
        }
        if (status == to) {
            return false;
        }
        status = to;
        updatedAt = now;
        return true;
    }

    void delete(Instant now) {
        if (traits.undeletable()) {
            throw new Fault.Forbidden("Image %s is protected and cannot be deleted.".formatted(id));
        }
        endUpload(ImageStatus.DELETED, now);
        deletedAt = now;
    }

    private void endUpload(ImageStatus next, Instant now) {
        status = next;
        upload = null;
        reserved = 0;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public Traits traits() {
        return traits;
    }

    public String owner() {
        return traits.owner();
    }

    public boolean isShared() {
        return traits.visibility() == Visibility.SHARED;
    }

    public ImageStatus status() {
        return status;
    }

    /// How much a guest sees.
    public Optional<Long> virtualSize() {
        return Optional.ofNullable(virtualSize);
    }

    /// What tells its bytes from all others; nothing as long as they have not come in.
    public Optional<Fingerprint> fingerprint() {
        return md5 == null || sha512 == null || size == null
                ? Optional.empty()
                : Optional.of(new Fingerprint(size, md5, sha512));
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
