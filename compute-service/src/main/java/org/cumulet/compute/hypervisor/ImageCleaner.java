package org.cumulet.compute.hypervisor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Images stay on a host for the next server that needs them, and go when none has for a day.
@Singleton
class ImageCleaner {

    private static final int LATE = 9_500;
    private static final Duration EVERY = Duration.ofHours(1);

    private final HostRounds rounds;

    ImageCleaner(
            Hosts hosts,
            Hypervisor hypervisor,
            @ConfigProperty(name = "cumulet.compute.keep-unused-images", defaultValue = "P1D") Duration unusedFor) {
        this.rounds =
                new HostRounds("image-cleaner", EVERY, hosts, host -> hypervisor.removeUnusedImages(host, unusedFor));
    }

    void start(@Observes @Priority(LATE) StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
