package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Cumulet;
import org.cumulet.systemtests.cloud.Server;
import org.cumulet.systemtests.cloud.Shape;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.cloud.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A cloud that comes, goes and comes again, by `./cumulet`.
@Story
class ComeAndGoTest {

    private Cloud cloud;
    private Tenant tenant;
    private List<Server> before;

    @BeforeAll
    void aCloudOfItsOwn() {
        cloud = Cloud.fresh("come-and-go", Shape.ONE_PROCESS);
    }

    @Test
    @Order(1)
    void statusSaysThatItRunsAndWhere() {
        assertThat(cloud.cumulet().run("status").text()).contains("runs", cloud.url());
    }

    @Test
    @Order(2)
    void aSecondUpSaysThatItRuns() {
        assertThat(cloud.cumulet().run("up", "-d").text()).contains("runs already", cloud.url());
    }

    @Test
    @Order(2)
    void whereItRunsIsKnownWhateverPortTheCallerThinksOf() {
        var caller = new Cumulet(cloud.cumulet().home(), 1);

        assertThat(caller.run("status").text()).contains(cloud.url());
        assertThat(caller.run("up", "-d").text()).contains("runs already", cloud.url());
        assertThat(caller.environment().get("OS_AUTH_URL")).startsWith(cloud.url());
    }

    @Test
    @Order(3)
    void theIndexNamesEveryService() {
        assertThat(cloud.admin().get("/").expect(200).body())
                .contains("/identity", "/image", "/inventory", "/network", "/compute");
    }

    @Test
    @Order(4)
    void secretsAreForTheirOwnerOnly() throws IOException {
        try (var files = Files.walk(cloud.cumulet().home().resolve("secrets"))) {
            assertThat(files)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    @Order(5)
    void thePasswordIsInNoLog() throws IOException {
        var password = Files.readString(cloud.cumulet().home().resolve("secrets/admin-password"))
                .strip();
        try (var logs = Files.walk(cloud.cumulet().home().resolve("log"))) {
            assertThat(logs.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(log).content().doesNotContain(password));
        }
    }

    @Test
    @Order(6)
    void serversRun() {
        CloudHosts.simulated(cloud, "stay", 2, 8, 16_384, 100);
        tenant = Tenant.join(cloud, "stay");
        tenant.launch("stay", 3).expect(202);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(tenant.servers())
                        .extracting(Server::status)
                        .containsExactly("ACTIVE", "ACTIVE", "ACTIVE"));
        before = tenant.servers();
    }

    @Test
    @Order(7)
    void downStopsEverythingThatUpHasStarted() {
        assertThat(cloud.cumulet().run("down").text()).contains("down");
        assertThat(cloud.cumulet().run("status").out()).contains("does not run");
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .commandLine()
                                .orElse("")
                                .contains(cloud.cumulet().home().toString())))
                .isEmpty();
    }

    @Test
    @Order(8)
    void aBusyPortIsNamedWithWhatToDo() throws IOException {
        try (var somebody = new ServerSocket(cloud.cumulet().port(), 1, InetAddress.getLoopbackAddress())) {
            var up = cloud.cumulet().run("up", "-d");

            assertThat(up.succeeded()).isFalse();
            assertThat(up.err()).contains("Port " + somebody.getLocalPort(), "busy", "CUMULET_PORT");
        }
    }

    @Test
    @Order(9)
    void downWhereNothingRunsSaysSo() {
        assertThat(cloud.cumulet().run("down").text()).contains("does not run");
    }

    @Test
    @Order(10)
    void upAgainBringsEverythingBackServersIncluded() {
        cloud.up();

        tenant.loginAgain();
        assertThat(tenant.servers())
                .isEqualTo(before)
                .extracting(Server::status)
                .containsOnly("ACTIVE");
    }

    @Test
    @Order(11)
    void anUnknownWordIsAnswered() {
        assertThat(new Cumulet(cloud.cumulet().home(), 1).run("upp").err()).contains("there is no 'upp'", "help");
    }

    @AfterAll
    void theCloudGoes() {
        cloud.close();
    }
}
