package org.cumulet.systemtests.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Command;
import org.cumulet.systemtests.cloud.Console;
import org.cumulet.systemtests.cloud.Cumulet;
import org.cumulet.systemtests.cloud.Flavor;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Twenty servers in one request, 200 in the morning, and five of a launch template, typed as the README says it.
@InTheCloud
class ByCurlAloneTest {

    private static final Console README =
            Console.of(Cumulet.PROJECT.resolve("README.md"), "Many at once, by curl alone");

    private final Cloud cloud;
    private CloudHosts hosts;

    ByCurlAloneTest(Cloud cloud) {
        this.cloud = cloud;
    }

    @BeforeEach
    void twoHundredHosts() {
        assumeTrue(
                Command.exists("curl") && Command.exists("jq"),
                "LEFT OUT: the README's commands: apt-get install curl jq");
        hosts = CloudHosts.simulated(cloud, "morning", 200, 8, 16_384, 100);
    }

    @Test
    void theCommandsOfTheReadmePrintWhatStandsThere() {
        var tenant = Tenant.join(cloud, "by-curl");
        Flavor.SMALL.create(cloud.admin(), "small");
        tenant.createImage("tiny", new byte[1 << 20]);
        tenant.createNetwork("home", "10.60.0.0/16");

        var printed = Command.of(
                        "bash", "-euo", "pipefail", "-c", README.typed().replace(Cloud.URL_OF_PAGES, cloud.url()))
                .in(tenant.environment())
                .within(Duration.ofMinutes(5))
                .run();

        assertThat(printed.text().lines())
                .as(printed.toString())
                .startsWith(README.answered().toArray(String[]::new));
        assertThat(tenant.servers())
                .hasSize(225)
                .allSatisfy(server -> assertThat(server.status()).isEqualTo("ACTIVE"));
    }

    @AfterEach
    void hostsLeave() {
        if (hosts != null) {
            hosts.close();
        }
    }
}
