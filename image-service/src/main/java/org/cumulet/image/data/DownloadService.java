package org.cumulet.image.data;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.blobs.Blobs;
import org.cumulet.blobs.Fingerprint;
import org.cumulet.events.Service;
import org.cumulet.image.image.ImageRule;
import org.cumulet.image.image.ImageService;
import org.cumulet.image.image.ImageStatus;

/// The way out.
@Singleton
public class DownloadService {

    private final ImageService images;
    private final Blobs blobs;
    private final CurrentCaller caller;

    DownloadService(ImageService images, @Service("image") Blobs blobs, CurrentCaller caller) {
        this.images = images;
        this.blobs = blobs;
        this.caller = caller;
    }

    /// Bytes that can be had.
    record Content(Path file, Fingerprint fingerprint) {}

    /// The bytes of an image; nothing as long as they have not come in.
    Optional<Content> content(String id) {
        var image = images.find(id);
        caller.must(ImageRule.DOWNLOAD);
        if (image.status() == ImageStatus.DEACTIVATED && !caller.get().isAdmin()) {
            throw new Fault.Forbidden("The requested image has been deactivated. Image data download is forbidden.");
        }
        return image.fingerprint().map(this::stored);
    }

    private Content stored(Fingerprint print) {
        var file = blobs.file(print.sha512());
        if (!Files.isReadable(file)) {
            throw StorageTrouble.missing();
        }
        return new Content(file, print);
    }
}
