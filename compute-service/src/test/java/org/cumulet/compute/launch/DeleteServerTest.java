package org.cumulet.compute.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.server.ServerService;
import org.cumulet.saga.testing.Rehearsal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a server ends, step by step. It has no way back: it goes on until all is gone.
@ComputeTest
@TestProfile(ApiProfile.class)
class DeleteServerTest {

    private final ServerService servers;
    private final Hypervisor hypervisor;
    private final Guests guests;
    private final FakeCloud cloud = new FakeCloud();

    private Host host;
    private UUID server;

    DeleteServerTest(ServerService servers, Hypervisor hypervisor, Guests guests) {
        this.servers = servers;
        this.hypervisor = hypervisor;
        this.guests = guests;
    }

    @BeforeEach
    void aServer() {
        host = cloud.onlyHost(Map.of());
        server = UUID.fromString(Api.server(Api.member(Api.freshProject()), Api.flavor()));
    }

    private void launched() throws Exception {
        var story = new LaunchServer(
                        servers, cloud, cloud, new FakeImages(), cloud, hypervisor, guests, Clock.systemUTC())
                .story();
        Rehearsal.of(story).play(Launch.of(servers.find(server).orElseThrow()));
    }

    private Rehearsal<Removal> deletion() {
        return Rehearsal.of(new DeleteServer(servers, cloud, cloud, cloud, hypervisor).story());
    }

    private void nothingIsLeft() {
        assertThat(hypervisor.guests(host)).isEmpty();
        assertThat(cloud.holds(server)).isEmpty();
        assertThat(servers.find(server).orElseThrow().state().status()).isEqualTo("DELETED");
    }

    @Test
    void leavesNothing() throws Exception {
        launched();

        deletion().play(new Removal(server));

        nothingIsLeft();
    }

    @Test
    void mayRunEachStepTwice() throws Exception {
        launched();

        deletion().eachStepTwice().play(new Removal(server));

        nothingIsLeft();
    }

    @Test
    void ofAServerThatWasNeverAnywhereIsEasy() throws Exception {
        deletion().play(new Removal(server));

        nothingIsLeft();
    }

    @Test
    void doesNotNeedTheHostToExistAnyMore() throws Exception {
        launched();
        hypervisor.destroy(host, server);
        cloud.noHosts();

        deletion().play(new Removal(server));

        nothingIsLeft();
    }
}
