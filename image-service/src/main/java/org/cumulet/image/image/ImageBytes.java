package org.cumulet.image.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.HashSet;
import org.cumulet.blobs.Blobs;
import org.cumulet.events.Service;
import org.cumulet.image.image.ImageStore.Lock;
import org.jboss.logging.Logger;

/// Which bytes are still needed: those that a row refers to, counted under the lock that keeping them takes too.
@Singleton
class ImageBytes {

    private static final Logger LOG = Logger.getLogger(ImageBytes.class);

    private final ImageStore store;
    private final Blobs blobs;

    ImageBytes(ImageStore store, @Service("image") Blobs blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    /// Called once it is certain that an image does not need these bytes any more: they go if nobody else does.
    void release(String hash) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                store.lock(Lock.BYTES, hash);
                if (!store.refersTo(hash) && blobs.remove(hash)) {
                    LOG.debugf("Bytes %.16s are gone with their last image", hash);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "Bytes %.16s stay until leftovers are looked for again", hash);
        }
    }

    /// Bytes whose last row went with a crash, or never came to be.
    void releaseLeftovers() {
        var kept = new HashSet<>(blobs.hashes());
        kept.removeAll(QuarkusTransaction.requiringNew().call(store::hashes));
        kept.forEach(this::release);
    }
}
