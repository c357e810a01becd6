package org.cumulet.systemtests.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.cumulet.systemtests.cloud.Shape;
import org.junit.jupiter.api.Test;

/// The cloud of one process, its PostgreSQL and its Kafka die while a job is at work, and Kafka stays away.
///
/// `-Dcumulet.chaos.away=PT5M` lets it stay away longer.
class KilledInMidJobTest extends KilledInMidJob {

    private static final Duration AWAY = Duration.parse(System.getProperty("cumulet.chaos.away", "PT20S"));
    private static final int EACH = 50;

    KilledInMidJobTest() {
        super("killed-in-mid-job", Shape.ONE_PROCESS, 2, List.of(Victim.CLOUD, Victim.POSTGRES, Victim.KAFKA));
    }

    @Test
    void jobsAreAcceptedWhileKafkaIsAwayAndEnd() throws Exception {
        var before = launch(EACH);
        awaitDone(before, 1);

        final String meanwhile;
        try (var killer = Executors.newSingleThreadExecutor()) {
            var away = killer.submit(() -> cloud().keepKafkaAway(AWAY));
            meanwhile = launch(EACH);
            assertThat(away).isNotDone();
            away.get();
        }

        allAreDone(before, EACH);
        allAreDone(meanwhile, EACH);
        everyServerIsThereOnce(2 * EACH);
    }
}
