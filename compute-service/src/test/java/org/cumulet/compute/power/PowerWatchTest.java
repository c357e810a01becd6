package org.cumulet.compute.power;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.Api;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.WorkProfile;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.hypervisor.Samples;
import org.cumulet.compute.launch.FakeCloud;
import org.cumulet.compute.scheduling.Scheduler;
import org.cumulet.compute.server.ServerFault;
import org.cumulet.compute.server.ServerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of guests that nobody has switched.
@ComputeTest
@TestProfile(WorkProfile.class)
class PowerWatchTest {

    private final ServerService servers;
    private final Hypervisor hypervisor;
    private final FakeCloud cloud;
    private final PowerWatch aMinuteLater;

    private Host host;
    private UUID server;

    PowerWatchTest(ServerService servers, Hypervisor hypervisor, Scheduler scheduler) {
        this.servers = servers;
        this.hypervisor = hypervisor;
        this.cloud = (FakeCloud) scheduler;
        var later = Clock.offset(Clock.systemUTC(), ofMinutes(1));
        this.aMinuteLater = new PowerWatch(servers, cloud, hypervisor, later, ofMinutes(1));
    }

    @BeforeEach
    void aServer() {
        host = cloud.onlyHost(Map.of());
        server = UUID.fromString(Api.server(Api.member(Api.freshProject()), Api.flavor()));
        await().atMost(ofSeconds(20)).until(() -> status().equals("ACTIVE"));
    }

    private String status() {
        return servers.find(server).orElseThrow().state().status();
    }

    @Test
    void aGuestThatEndedByItselfMakesItsServerShutOff() {
        hypervisor.powerOff(host, server);

        aMinuteLater.lookAt(host);

        assertThat(status()).isEqualTo("SHUTOFF");
    }

    @Test
    void aGuestThatVanishedDoesToo() {
        hypervisor.destroy(host, server);

        aMinuteLater.lookAt(host);

        assertThat(status()).isEqualTo("SHUTOFF");
    }

    @Test
    void aGuestThatSomebodyStartedMakesItsServerActive() {
        hypervisor.powerOff(host, server);
        servers.stopped(server);
        hypervisor.start(host, server);

        aMinuteLater.lookAt(host);

        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void aServerThatRunsAsItShouldIsLeftAlone() {
        aMinuteLater.lookAt(host);

        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void whatJustChangedIsLeftAlone() {
        hypervisor.powerOff(host, server);

        new PowerWatch(servers, cloud, hypervisor, Clock.systemUTC(), ofMinutes(1)).lookAt(host);

        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void whatADeletionHadToLeaveIsRemoved() {
        servers.deleted(server);

        aMinuteLater.lookAt(host);

        assertThat(hypervisor.state(host, server)).isEqualTo(GuestState.ABSENT);
    }

    @Test
    void whatAFailedLaunchHadToLeaveIsRemoved() {
        servers.launchFailed(server, ServerFault.of("Broken.", null, Instant.now()));

        aMinuteLater.lookAt(host);

        assertThat(hypervisor.state(host, server)).isEqualTo(GuestState.ABSENT);
    }

    @Test
    void aGuestThatIsNotOursIsLeftAlone() {
        var stranger = Samples.guest(Samples.image(), 5);
        hypervisor.boot(host, stranger);

        aMinuteLater.lookAt(host);

        assertThat(hypervisor.state(host, stranger.id())).isEqualTo(GuestState.RUNNING);
    }
}
