package org.cumulet.image.image;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.cumulet.blobs.Blobs;
import org.cumulet.events.Service;
import org.jboss.logging.Logger;

/// Takes away what crashes leave behind: half-written files, images that wait for a dead upload, bytes without a row.
@Singleton
class Tidying {

    private static final Logger LOG = Logger.getLogger(Tidying.class);

    private final ImageUploadService uploads;
    private final ImageBytes bytes;
    private final Blobs blobs;
    private volatile boolean stopping;

    Tidying(ImageUploadService uploads, ImageBytes bytes, @Service("image") Blobs blobs) {
        this.uploads = uploads;
        this.bytes = bytes;
        this.blobs = blobs;
    }

    void start(@Observes StartupEvent started) {
        tidy();
    }

    void stop(@Observes ShutdownEvent ended) {
        stopping = true;
    }

    @Scheduled(
            every = "${cumulet.image.tidy-every:PT1M}",
            delayed = "${cumulet.image.tidy-every:PT1M}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tidyUnlessStopping() {
        if (!stopping) {
            tidy();
        }
    }

    private void tidy() {
        uploads.giveUpAbandoned();
        var reclaimed = blobs.reclaimAbandoned();
        if (reclaimed > 0) {
            LOG.infof("Took away %d files of interrupted uploads", reclaimed);
        }
        bytes.releaseLeftovers();
    }
}
