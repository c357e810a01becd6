package org.cumulet.compute.hypervisor.image;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cumulet.compute.hypervisor.image.DiskImage.Format;
import org.cumulet.compute.hypervisor.image.ImageClient.ImageAnswer;
import org.cumulet.compute.remote.Refusal;
import org.cumulet.saga.StepFailed;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Images as the image service knows them, remembered for a while: the bytes of an active image never change.
@Singleton
class ImageRecords implements Images {

    private static final String AWAY = "The image cannot be used";
    private static final long FRESH = Duration.ofMinutes(1).toNanos();
    private static final int MOST = 1000;

    private record Kept(DiskImage image, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < FRESH;
        }
    }

    private final ImageClient images;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    ImageRecords(@RestClient ImageClient images) {
        this.images = images;
    }

    @Override
    public DiskImage find(UUID id) {
        if (kept.size() > MOST) {
            kept.values().removeIf(known -> !known.isFresh());
        }
        return kept.compute(id, (_, known) -> known != null && known.isFresh() ? known : ask(id))
                .image();
    }

    private Kept ask(UUID id) {
        return new Kept(image(Refusal.orSay(AWAY, () -> images.show(id))), System.nanoTime());
    }

    private static DiskImage image(ImageAnswer answer) {
        if (!answer.status().equals("active")) {
            throw new StepFailed("Image %s is not active but %s".formatted(answer.id(), answer.status()));
        }
        if (answer.size() == null || answer.osHashValue() == null || !"sha512".equals(answer.osHashAlgo())) {
            throw new StepFailed("Image %s has no bytes that could be checked".formatted(answer.id()));
        }
        return new DiskImage(answer.id(), format(answer), answer.osHashValue(), answer.size(), answer.virtualSize());
    }

    private static Format format(ImageAnswer answer) {
        @Nullable String format = answer.diskFormat();
        return switch (format) {
            case "qcow2" -> Format.QCOW2;
            case "raw" -> Format.RAW;
            case null, default ->
                throw new StepFailed("Image %s is %s; servers boot from qcow2 and raw".formatted(answer.id(), format));
        };
    }
}
