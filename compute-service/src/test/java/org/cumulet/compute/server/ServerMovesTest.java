package org.cumulet.compute.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.ComputeTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ComputeTest
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

    final LaunchService launches;
    final ServerService servers;

    ServerMovesTest(LaunchService launches, ServerService servers) {
        this.launches = launches;
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

    private UUID taken() {
        return QuarkusTransaction.requiringNew()
                .call(() -> launches.take(order()).getFirst().id());
    }

    private Server read(UUID id) {
        return servers.find(id).orElseThrow();
    }

    private static LaunchOrder order() {
        return new LaunchOrder(
                "p",
                "u",
                "r-12345678",
                1,
                "web",
                null,
                null,
                UUID.randomUUID(),
                new ServerFlavor("1", "tiny", 1, 512, 1, 0, 0, Map.of("hw:cpu_policy", "shared")),
                new LoginKey("key", "ssh-ed25519 AAAA"),
                "aGVsbG8=",
                "$6$hash",
                true,
                "AUTO",
                null,
                null,
                Map.of("role", "web"),
                List.of("blue"),
                List.of(new NetworkWish(UUID.randomUUID(), "private", null, null, null)),
                List.of(),
                Placement.ANYWHERE);
    }
}
