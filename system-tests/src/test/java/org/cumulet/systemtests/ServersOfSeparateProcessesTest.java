package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Shape;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.cloud.WithStockClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The same in a cloud whose services have a process each.
@Story
@InTheCloud(Shape.SEPARATE_PROCESSES)
@WithStockClient
class ServersOfSeparateProcessesTest extends ServersOnSimulatedHosts {

    private final Cloud cloud;

    ServersOfSeparateProcessesTest(Cloud cloud) {
        super(cloud, 5);
        this.cloud = cloud;
    }

    @Test
    @Order(5)
    void aServiceThatIsKilledComesBack() {
        cloud.killService("compute-service");

        assertThat(cloud.admin().get("/compute/v2.1/servers").status()).isGreaterThanOrEqualTo(500);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(
                                cloud.admin().get("/compute/v2.1/servers").all("servers"))
                        .hasSizeGreaterThanOrEqualTo(5));
    }
}
