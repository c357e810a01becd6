package org.cumulet.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cumulet.systemtests.Walkthrough.addressOn;
import static org.cumulet.systemtests.Walkthrough.nameOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Command;
import org.cumulet.systemtests.cloud.InTheCloud;
import org.cumulet.systemtests.cloud.Story;
import org.cumulet.systemtests.hosts.OnTestHosts;
import org.cumulet.systemtests.hosts.TestHost;
import org.cumulet.systemtests.hosts.TestHosts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job, end to end: twenty servers on two hosts with real libvirt and QEMU, for somebody with Debian's own
/// client.
///
/// Every server has a card on a VXLAN network, which spans both hosts, and one on a flat network.
@Story
@InTheCloud
@OnTestHosts
class TwentyServersOnRealHostsTest {

    private static final Duration EMULATION_TAKES_ITS_TIME = Duration.ofMinutes(10);

    private final Cloud cloud;
    private final TestHosts hosts;
    private final Walkthrough walkthrough;
    private CloudHosts registered;
    private String before;
    private String overlay;
    private Path publicKey;
    private String privateKey;

    TwentyServersOnRealHostsTest(Cloud cloud, TestHosts hosts) {
        this.cloud = cloud;
        this.hosts = hosts;
        this.walkthrough = Walkthrough.of(cloud, "real");
    }

    @BeforeAll
    void twoHosts(@TempDir Path folder) throws IOException {
        var key = folder.resolve("key");
        Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                .run()
                .text();
        privateKey = Files.readString(key);
        publicKey = folder.resolve("key.pub");
        before = hosts.footprint();
        registered = hosts.join(cloud);
        registered.promiseVirtualProcessors(16); // idle guests share what threads there are
    }

    @Test
    @Order(1)
    void anImageIsMadeFromARealBootableQcow2() {
        var image = walkthrough.createImage(hosts.guest(), "qcow2");

        assertThat(image.path("status").asText()).isEqualTo("active");
    }

    @Test
    @Order(2)
    void networksKeypairAndFlavorAreMade() {
        overlay = walkthrough.createNetwork("overlay", "10.20.0.0/24", "");
        walkthrough.createNetwork(
                "wire", "10.30.0.0/24", "--provider-network-type flat --provider-physical-network physnet1 ");
        walkthrough.createFlavor();
        cloud.user().ask("keypair create --public-key", publicKey.toString(), "story");

        assertThat(cloud.user().ask("subnet list").valueStream())
                .extracting(Walkthrough::nameOf)
                .contains("overlay", "wire");
    }

    @Test
    @Order(3)
    void oneCommandLaunchesTwentyServersAndAllBecomeActive() {
        walkthrough.launch(20, "--network overlay --network wire --key-name story");

        walkthrough.awaitActive(20, EMULATION_TAKES_ITS_TIME);
    }

    @Test
    @Order(4)
    void theListShowsThemAllWithTheirAddresses() {
        assertThat(walkthrough.servers())
                .hasSize(20)
                .allSatisfy(server -> {
                    assertThat(server.path("Status").asText()).isEqualTo("ACTIVE");
                    assertThat(addressOn("overlay", server)).startsWith("10.20.0.");
                    assertThat(addressOn("wire", server)).startsWith("10.30.0.");
                })
                .extracting(Walkthrough::nameOf)
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(5)
    void bothHostsRunSomeOfThem() {
        assertThat(hosts.all())
                .allSatisfy(host ->
                        assertThat(host.ssh("virsh list --name").run().text()).contains("instance-"));
    }

    @Test
    @Order(6)
    void theConsoleShowsEachGuestsOwnReadyLine() {
        assertThat(walkthrough.servers())
                .allSatisfy(server -> await().atMost(EMULATION_TAKES_ITS_TIME)
                        .pollInterval(Duration.ofSeconds(3))
                        .untilAsserted(() -> assertThat(walkthrough.console(server))
                                .contains("tiny: ready host=" + nameOf(server) + " ")
                                .contains(addressOn("overlay", server), addressOn("wire", server))));
    }

    @Test
    @Order(7)
    void aGuestIsReachedWithTheInjectedKeyFromTheHostItRunsOn() {
        for (var host : hosts.all()) {
            var server = oneOn(host);

            assertThat(inside(server, host, "hostname")).isEqualTo(nameOf(server));
        }
    }

    @Test
    @Order(8)
    void guestsOnDifferentHostsReachEachOtherOnBothNetworks() {
        var here = hosts.all().getFirst();
        var there = oneOn(hosts.all().getLast());

        assertThat(inside(oneOn(here), here, "ping -c 1 -W 10 " + addressOn("overlay", there)))
                .contains(" 0% packet loss");
        assertThat(inside(oneOn(here), here, "ping -c 1 -W 10 " + addressOn("wire", there)))
                .contains(" 0% packet loss");
    }

    @Test
    @Order(9)
    void allAreDeleted() {
        walkthrough.deleteServers();

        assertThat(walkthrough.servers()).isEmpty();
    }

    @Test
    @Order(10)
    void sixMoreComeInTheMorningByOneJob() {
        walkthrough.launchByJob(6, "overlay", Instant.now().plusSeconds(3));

        walkthrough.awaitActive(6, EMULATION_TAKES_ITS_TIME);
        assertThat(walkthrough.servers())
                .allSatisfy(server -> await().atMost(EMULATION_TAKES_ITS_TIME)
                        .pollInterval(Duration.ofSeconds(3))
                        .untilAsserted(() -> assertThat(walkthrough.console(server))
                                .contains("tiny: ready host=" + nameOf(server) + " ")));
        walkthrough.deleteServers();
    }

    @Test
    @Order(11)
    void nothingIsLeftOnTheHosts() {
        walkthrough.deleteTheRest("overlay", "wire");

        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(hosts.footprint()).isEqualTo(before));
    }

    @AfterAll
    void hostsLeave() {
        registered.close();
    }

    private JsonNode oneOn(TestHost host) {
        var instances = host.ssh("virsh list --name").run().text();
        return walkthrough.servers().stream()
                .filter(server -> instances.contains(Walkthrough.id(server)))
                .findFirst()
                .orElseThrow();
    }

    private String inside(JsonNode server, TestHost host, String command) {
        return host.sshIntoGuest(overlay, addressOn("overlay", server), privateKey, command)
                .run()
                .text();
    }
}
