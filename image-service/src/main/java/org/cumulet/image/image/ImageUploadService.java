package org.cumulet.image.image;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.blobs.Blobs;
import org.cumulet.blobs.Fingerprint;
import org.cumulet.blobs.Incoming;
import org.cumulet.events.Outbox;
import org.cumulet.events.Service;
import org.cumulet.image.ImageSettings;
import org.cumulet.image.format.Expectation;
import org.cumulet.image.image.ImageStore.Lock;

/// The moves of an image while its bytes come in. Each is a short transaction of its own; the bytes flow in between.
@Singleton
public class ImageUploadService {

    private final ImageService images;
    private final ImageStore store;
    private final Quota quota;
    private final Blobs blobs;
    private final ImageSettings.Limits limits;
    private final Outbox outbox;
    private final Clock clock;

    ImageUploadService(
            ImageService images,
            ImageStore store,
            Quota quota,
            @Service("image") Blobs blobs,
            ImageSettings settings,
            @Service("image") Outbox outbox,
            @Service("image") Clock clock) {
        this.images = images;
        this.store = store;
        this.quota = quota;
        this.blobs = blobs;
        this.limits = settings.limits();
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What is to come in.
    public record Upload(UUID image, UUID id, Expectation expectation) {}

    /// The image belongs to this upload until it ends.
    ///
    /// @throws Fault.Conflict if it has bytes or another upload has it
    @Transactional
    public Upload begin(String id, UUID upload) {
        var image = images.hold(id, ImageRule.UPLOAD);
        image.receive(upload, Times.now(clock));
        quota.mustAllowUpload(image);
        outbox.publish(new ImageEvent.UploadStarted(image.id(), image.owner(), image.updatedAt()));
        return new Upload(image.id(), upload, expectation(image));
    }

    private Expectation expectation(Image image) {
        var traits = image.traits();
        return new Expectation(
                Objects.requireNonNull(traits.diskFormat()),
                Objects.requireNonNull(traits.containerFormat()).isWrapping(),
                limits.diskSize().asLongValue());
    }

    /// Promises room to an upload.
    ///
    /// @param needed how many bytes it has to be able to take in all
    /// @param wished how many would be convenient
    /// @return how many it may take in all
    /// @throws Fault.Gone if nobody wants its bytes any more
    /// @throws Fault.OverQuota if the project has no room for what is needed
    @Transactional
    public long reserve(Upload upload, long needed, long wished) {
        var image = receiving(upload);
        var granted = quota.grant(image, needed, wished);
        image.reserve(granted);
        return granted;
    }

    /// All bytes are in: keeps them, and makes the image active.
    ///
    /// @throws Fault.Gone if nobody wants them any more
    @Transactional(rollbackOn = IOException.class)
    public void finish(Upload upload, Incoming incoming, Fingerprint bytes, OptionalLong virtualSize)
            throws IOException {
        var image = receiving(upload);
        image.complete(bytes, virtualSize, Times.now(clock));
        outbox.publish(ImageEvent.Uploaded.of(image));
        store.flush();
        store.lock(Lock.BYTES, bytes.sha512());
        blobs.keep(incoming, bytes);
    }

    /// The bytes did not come in: the image waits for others, unless it is gone.
    @Transactional
    public void giveUp(Upload upload) {
        held(upload.image(), upload.id()).ifPresent(this::giveUp);
    }

    /// Uploads that ended without saying so, because their process did.
    @Transactional
    void giveUpAbandoned() {
        for (var receiving : store.receiving()) {
            if (!blobs.isReceiving(receiving.upload())) {
                held(receiving.id(), receiving.upload()).ifPresent(this::giveUp);
            }
        }
    }

    private void giveUp(Image image) {
        image.giveUp(Times.now(clock));
        outbox.publish(new ImageEvent.UploadFailed(image.id(), image.owner(), image.updatedAt()));
    }

    private Image receiving(Upload upload) {
        return held(upload.image(), upload.id())
                .orElseThrow(() -> new Fault.Gone(
                        "Image %s could not be found after upload. The image may have been deleted during the upload, cleaning up the chunks uploaded."
                                .formatted(upload.image())));
    }

    private Optional<Image> held(UUID image, UUID upload) {
        return store.hold(image, Viewer.HOUSE).filter(it -> it.isReceiving(upload));
    }
}
