package org.cumulet.compute.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.Server;
import org.cumulet.compute.server.ServerService;
import org.cumulet.saga.testing.Rehearsal;
import org.cumulet.saga.testing.Rehearsal.Accident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How a wish becomes a running machine, step by step.
@ComputeTest
@TestProfile(ApiProfile.class)
class LaunchServerTest {

    private final ServerService servers;
    private final Hypervisor hypervisor;
    private final Guests guests;
    private final FakeCloud cloud = new FakeCloud();

    private Host host;
    private UUID server;

    LaunchServerTest(ServerService servers, Hypervisor hypervisor, Guests guests) {
        this.servers = servers;
        this.hypervisor = hypervisor;
        this.guests = guests;
    }

    @BeforeEach
    void aWish() {
        host = cloud.onlyHost(Map.of());
        server = UUID.fromString(Api.server(Api.member(Api.freshProject()), Api.flavor()));
    }

    private LaunchServer workflow() {
        return new LaunchServer(servers, cloud, cloud, new FakeImages(), cloud, hypervisor, guests, Clock.systemUTC());
    }

    private Server read() {
        return servers.find(server).orElseThrow();
    }

    private Launch launch() {
        return Launch.of(read());
    }

    static Stream<Accident> accidents() {
        return Rehearsal.accidents(new LaunchServer(null, null, null, null, null, null, null, null).story());
    }

    @Test
    void theHappyStory() throws Exception {
        var outcome = Rehearsal.of(workflow().story()).play(launch());

        assertThat(outcome.failure()).isNull();
        assertThat(read().state().status()).isEqualTo("ACTIVE");
        assertThat(read().host().orElseThrow().name()).isEqualTo(host.name());
        assertThat(hypervisor.state(host, server)).isEqualTo(GuestState.RUNNING);
        assertThat(cloud.holds(server)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void whereverItFailsNothingIsLeftBehind(Accident accident) throws Exception {
        Rehearsal.of(workflow().story()).with(accident).play(launch());

        assertThat(cloud.holds(server)).isEmpty();
        assertThat(hypervisor.guests(host)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void whereverItFailsTheServerSaysWhy(Accident accident) throws Exception {
        Rehearsal.of(workflow().story()).with(accident).play(launch());

        assertThat(read().state().status()).isEqualTo("ERROR");
        assertThat(read().fault().orElseThrow().message()).startsWith("An accident");
        assertThat(read().host()).isEmpty();
        assertThat(read().nics()).isEmpty();
    }

    @Test
    void eachStepTwice() throws Exception {
        Rehearsal.of(workflow().story()).eachStepTwice().play(launch());

        assertThat(read().state().status()).isEqualTo("ACTIVE");
        assertThat(hypervisor.guests(host)).hasSize(1);
        assertThat(cloud.holds(server)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void eachStepAndEachWayBackTwice(Accident accident) throws Exception {
        Rehearsal.of(workflow().story()).eachStepTwice().with(accident).play(launch());

        assertThat(cloud.holds(server)).isEmpty();
        assertThat(hypervisor.guests(host)).isEmpty();
    }

    @Test
    void ofAServerThatIsBeingDeletedTakesBackWhatItDid() throws Exception {
        var launch = launch();
        servers.deleted(server);

        Rehearsal.of(workflow().story()).play(launch);

        assertThat(cloud.holds(server)).isEmpty();
        assertThat(read().state().status()).isEqualTo("DELETED");
    }

    @Test
    void tellsTheGuestWhoItIs() {
        var launch = launch().on(new HostRef(host.id(), host.name())).from(new FakeImages().find(server));

        var drive = guests.of(launch).drive().orElseThrow();

        assertThat(drive.hostname()).isEqualTo("web");
        assertThat(drive.server()).isEqualTo(server);
    }
}
