package org.cumulet.compute.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.compute.Api;
import org.cumulet.compute.ApiProfile;
import org.cumulet.compute.ComputeTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ComputeTest
@TestProfile(ApiProfile.class)
class ServerMovesTest {

    private static final HostRef HOST = new HostRef(UUID.randomUUID(), "compute-1");
    private static final ServerFault FAULT = ServerFault.of("No room.", "compute-1: no room", Instant.EPOCH);
    private static final Nic NIC = new Nic(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "private",
            "fa:16:3e:00:00:01",
            List.of(new Nic.FixedIp("10.0.0.7", UUID.randomUUID())),
            true,
            null);

    final ServerService servers;

    ServerMovesTest(ServerService servers) {
        this.servers = servers;
    }

    @Nested
    class ALaunch {
        @Test
        void goesFromSchedulingToActive() {
            var id = taken();
            assertThat(read(id).state().task()).isEqualTo(TaskState.SCHEDULING);

            servers.scheduled(id, HOST);
            assertThat(read(id).state().task()).isEqualTo(TaskState.NETWORKING);

            servers.plugged(id, List.of(NIC));
            assertThat(read(id).state().task()).isEqualTo(TaskState.SPAWNING);

            servers.active(id);
            var server = read(id);
            assertThat(server.state()).isEqualTo(ServerState.running());
            assertThat(server.state().status()).isEqualTo("ACTIVE");
            assertThat(server.nics()).containsExactly(NIC);
            assertThat(server.host()).contains(HOST);
            assertThat(server.launched()).isPresent();
            assertThat(server.adminPasswordHash()).isEmpty();
        }

        @Test
        void mayMakeEveryMoveTwice() {
            var id = taken();
            for (var round = 0; round < 2; round++) {
                assertThat(servers.scheduled(id, HOST)).isTrue();
                assertThat(servers.plugged(id, List.of(NIC))).isTrue();
            }
            servers.active(id);
            var first = read(id).launched();
            servers.active(id);
            assertThat(read(id).launched()).isEqualTo(first);
        }

        @Test
        void mayFail() {
            var id = taken();
            servers.failed(id, FAULT);
            assertThat(read(id).state().status()).isEqualTo("ERROR");
            assertThat(read(id).fault()).contains(FAULT);
        }
    }

    @Nested
    class AServerThatIsGone {
        @Test
        void takesNoMoreMoves() {
            var id = taken();
            servers.deleted(id);
            assertThat(servers.scheduled(id, HOST)).isFalse();
            assertThat(servers.failed(id, FAULT)).isFalse();
            assertThat(read(id).state().vm()).isEqualTo(VmState.DELETED);
        }
    }

    private static UUID taken() {
        return UUID.fromString(Api.server(Api.member(Api.freshProject()), Api.flavor()));
    }

    private Server read(UUID id) {
        return servers.find(id).orElseThrow();
    }
}
