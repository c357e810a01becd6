package org.cumulet.image.image;

import jakarta.inject.Singleton;
import org.cumulet.api.fault.Fault;
import org.cumulet.image.ImageSettings;
import org.cumulet.image.image.ImageStore.Lock;

/// How much a project may have. Always counted from the rows, and under a lock until the count is used.
@Singleton
class Quota {

    private final ImageStore store;
    private final ImageSettings.Limits limits;

    Quota(ImageStore store, ImageSettings settings) {
        this.store = store;
        this.limits = settings.limits();
    }

    void mustAllowOneMore(String owner) {
        store.lock(Lock.QUOTA, owner);
        mustFit("image_count_total", 1, store.countOf(owner), limits.projectImages());
    }

    void mustAllowUpload(Image image) {
        store.lock(Lock.QUOTA, image.owner());
        var others = store.countReceivingOf(image.owner(), image.id());
        mustFit("image_count_uploading", 1, others, limits.projectUploads());
    }

    /// Grants bytes to an image that is being received.
    ///
    /// @param needed what it cannot do without
    /// @param wished what would be convenient
    /// @return how many it may take
    long grant(Image image, long needed, long wished) {
        store.lock(Lock.QUOTA, image.owner());
        var used = store.bytesOf(image.owner(), image.id());
        var limit = limits.projectSize().asLongValue();
        mustFit("image_size_total", needed, used, limit);
        return Math.min(wished, limit - used);
    }

    private static void mustFit(String resource, long asked, long used, long allowed) {
        if (asked > allowed - used) {
            throw new Fault.OverQuota("Quota exceeded for %s: requested %d, already used %d, allowed %d."
                    .formatted(resource, asked, used, allowed));
        }
    }
}
