package org.cumulet.systemtests.jobs;

import java.util.List;
import java.util.stream.Stream;
import org.cumulet.systemtests.cloud.Shape;

/// The services have a process each, and any of them dies while a job is at work.
class ServicesKilledInMidJobTest extends KilledInMidJob {

    ServicesKilledInMidJobTest() {
        super("services-killed-in-mid-job", Shape.SEPARATE_PROCESSES, 1, victims());
    }

    private static List<Victim> victims() {
        return Stream.of(
                        "identity-service",
                        "image-service",
                        "inventory-service",
                        "network-service",
                        "compute-service",
                        "batch-service",
                        "gateway")
                .map(Victim::service)
                .toList();
    }
}
