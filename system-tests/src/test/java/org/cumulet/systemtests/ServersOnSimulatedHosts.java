package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cumulet.systemtests.Walkthrough.addressOn;
import static org.cumulet.systemtests.Walkthrough.nameOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.cumulet.systemtests.cloud.Audit;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job where there is no QEMU: servers on hosts that exist in memory only.
abstract class ServersOnSimulatedHosts {

    private final Cloud cloud;
    private final int count;
    private final Walkthrough walkthrough;
    private CloudHosts hosts;
    private Path image;

    ServersOnSimulatedHosts(Cloud cloud, int count) {
        this.cloud = cloud;
        this.count = count;
        this.walkthrough = Walkthrough.of(cloud, "simulated");
    }

    @BeforeAll
    void fiveHosts(@TempDir Path folder) throws IOException {
        image = Files.write(folder.resolve("blank.img"), new byte[1 << 20]);
        hosts = CloudHosts.simulated(cloud, "simulated", 5, 8, 16_384, 100);
    }

    @Test
    @Order(1)
    void imageNetworkAndFlavorAreMade() {
        walkthrough.createImage(image, "raw");
        walkthrough.createNetwork("simulated", "10.40.0.0/24", "");
        walkthrough.createFlavor();
    }

    @Test
    @Order(2)
    void oneCommandLaunchesThemAndAllBecomeActive() {
        walkthrough.launch(count, "--network simulated");

        walkthrough.awaitActive(count, Duration.ofMinutes(1));
    }

    @Test
    @Order(3)
    void theListShowsThemAllWithTheirAddresses() {
        assertThat(walkthrough.servers())
                .hasSize(count)
                .allSatisfy(server -> assertThat(addressOn("simulated", server)).startsWith("10.40.0."))
                .extracting(server -> addressOn("simulated", server))
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(4)
    void theConsoleShowsAReadyLine() {
        var server = walkthrough.servers().getFirst();

        assertThat(walkthrough.console(server)).contains("ready host=" + nameOf(server));
    }

    @Test
    @Order(6)
    void allAreDeletedAndNothingIsLeft() {
        walkthrough.deleteServers();
        walkthrough.deleteTheRest("simulated");

        assertThat(walkthrough.servers()).isEmpty();
        Audit.of(cloud).findsNothing();
    }

    @AfterAll
    void hostsLeave() {
        hosts.close();
    }
}
