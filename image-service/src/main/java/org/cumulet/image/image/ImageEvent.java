package org.cumulet.image.image;

import java.time.Instant;
import java.util.UUID;
import org.cumulet.events.DomainEvent;
import org.jspecify.annotations.Nullable;

/// What the rest of the cloud may know about an image.
public sealed interface ImageEvent extends DomainEvent {

    UUID image();

    /// There is a record; bytes may follow.
    record Created(
            UUID image,
            String project,
            @Nullable String name,
            String visibility,
            @Nullable String diskFormat,
            @Nullable String containerFormat,
            Instant at)
            implements ImageEvent {
        static Created of(Image image) {
            var traits = image.traits();
            return new Created(
                    image.id(),
                    image.owner(),
                    traits.name(),
                    traits.visibility().wire(),
                    traits.diskFormat() == null ? null : traits.diskFormat().wire(),
                    traits.containerFormat() == null
                            ? null
                            : traits.containerFormat().wire(),
                    image.createdAt());
        }
    }

    /// Bytes are coming in.
    record UploadStarted(UUID image, String project, Instant at) implements ImageEvent {}

    /// They did not come in completely, or were not taken; the image is queued again.
    record UploadFailed(UUID image, String project, Instant at) implements ImageEvent {}

    /// It is active: its bytes are all there and never change again.
    record Uploaded(
            UUID image,
            String project,
            long size,
            @Nullable Long virtualSize,
            String checksum,
            String osHashAlgo,
            String osHashValue,
            Instant at)
            implements ImageEvent {
        static Uploaded of(Image image) {
            var print = image.fingerprint().orElseThrow();
            return new Uploaded(
                    image.id(),
                    image.owner(),
                    print.size(),
                    image.virtualSize().orElse(null),
                    print.md5(),
                    "sha512",
                    print.sha512(),
                    image.updatedAt());
        }
    }

    /// Something else is said of it.
    record Updated(UUID image, String project, @Nullable String name, String visibility, boolean hidden, Instant at)
            implements ImageEvent {
        static Updated of(Image image) {
            var traits = image.traits();
            return new Updated(
                    image.id(),
                    image.owner(),
                    traits.name(),
                    traits.visibility().wire(),
                    traits.hidden(),
                    image.updatedAt());
        }
    }

    /// Nobody may have its bytes.
    record Deactivated(UUID image, String project, Instant at) implements ImageEvent {}

    /// Its bytes may be had again.
    record Reactivated(UUID image, String project, Instant at) implements ImageEvent {}

    /// It is gone.
    record Deleted(UUID image, String project, Instant at) implements ImageEvent {}

    @Override
    default String subject() {
        return image().toString();
    }

    @Override
    default String topic() {
        return "image.image";
    }
}
