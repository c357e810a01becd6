package org.cumulet.image.data;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.blobs.Blobs;
import org.cumulet.blobs.Incoming;
import org.cumulet.events.Service;
import org.cumulet.image.ImageSettings;
import org.cumulet.image.format.Inspector;
import org.cumulet.image.format.RefusedImage;
import org.cumulet.image.image.ImageUploadService;
import org.cumulet.image.image.ImageUploadService.Upload;

/// The way in. Bytes are counted, hashed, looked at and written while they flow; at no time are more than a few in
/// memory.
@Singleton
public class UploadService {

    private static final int BUFFER = 256 * 1024;

    private final ImageUploadService uploads;
    private final Blobs blobs;
    private final ImageSettings settings;

    UploadService(ImageUploadService uploads, @Service("image") Blobs blobs, ImageSettings settings) {
        this.uploads = uploads;
        this.blobs = blobs;
        this.settings = settings;
    }

    void upload(String image, Sender sender) {
        try (var incoming = blobs.receive(UUID.randomUUID())) {
            upload(image, sender, incoming);
        } catch (Fault refused) {
            sender.hearOut(settings.patience());
            throw refused;
        } catch (RefusedImage refused) {
            sender.hearOut(settings.patience());
            throw worded(refused);
        } catch (Sender.Gone gone) {
            throw new Fault.BadRequest("The upload ended early.").because(gone);
        } catch (IOException trouble) {
            sender.hearOut(settings.patience());
            throw StorageTrouble.worded(trouble);
        }
    }

    private void upload(String image, Sender sender, Incoming incoming) throws IOException {
        var upload = uploads.begin(image, incoming.id());
        try {
            receive(upload, sender, incoming);
        } catch (RuntimeException | IOException failed) {
            uploads.giveUp(upload);
            throw failed;
        }
    }

    private void receive(Upload upload, Sender sender, Incoming incoming) throws IOException {
        var reservation = reservation(upload, sender);
        reservation.begin();
        mustHaveRoom(sender);
        var inspector = new Inspector(upload.expectation());
        var buffer = new byte[BUFFER];
        for (var read = sender.next(buffer); read >= 0; read = sender.next(buffer)) {
            sender.mustNotTakeLongerThan(settings.uploadDeadline());
            reservation.mustHold(incoming.size() + read);
            inspector.pass(buffer, 0, read);
            incoming.write(buffer, read);
        }
        mustBeComplete(sender, incoming);
        var virtualSize = inspector.end();
        uploads.finish(upload, incoming, incoming.seal(), virtualSize);
    }

    private Reservation reservation(Upload upload, Sender sender) {
        var largest = settings.limits().imageSize().asLongValue();
        return new Reservation(uploads, upload, sender.announced(), largest);
    }

    private void mustHaveRoom(Sender sender) throws IOException {
        if (sender.announced().orElse(0) > blobs.room()) {
            throw StorageTrouble.full();
        }
    }

    private static void mustBeComplete(Sender sender, Incoming incoming) throws Sender.Gone {
        var announced = sender.announced();
        if (announced.isPresent() && announced.getAsLong() != incoming.size()) {
            throw new Sender.Gone("%d of %d bytes came".formatted(incoming.size(), announced.getAsLong()));
        }
    }

    private static Fault worded(RefusedImage refused) {
        return switch (refused.reason()) {
            case UNFIT -> new Fault.BadMediaType(refused.text());
            case TOO_LARGE -> new Fault.TooLarge(refused.text());
        };
    }
}
