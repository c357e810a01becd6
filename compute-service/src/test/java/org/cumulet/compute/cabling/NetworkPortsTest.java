package org.cumulet.compute.cabling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cumulet.compute.cabling.Network.Plugged;
import org.cumulet.compute.server.HostRef;
import org.cumulet.compute.server.NetworkWish;
import org.cumulet.compute.server.Nic;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.junit.jupiter.api.Test;

/// How servers get their ports and lose them again.
class NetworkPortsTest {

    private static final HostRef HOST = new HostRef(UUID.randomUUID(), "compute1");
    private static final UUID BLUE = UUID.randomUUID();

    private final FakeNetworkClient network = new FakeNetworkClient();
    private final NetworkPorts ports = new NetworkPorts(network);

    private static NetworkWish on(UUID network) {
        return new NetworkWish(network, "blue", null, null, null);
    }

    private static PlugWish wish(NetworkWish... networks) {
        return new PlugWish(UUID.randomUUID(), "demo", HOST, List.of(networks), List.of());
    }

    @Test
    void aServerGetsAPortPerNetworkInTheOrderAskedFor() throws Exception {
        var red = UUID.randomUUID();

        var plugged = ports.plug(wish(on(BLUE), on(red), on(BLUE)));

        assertThat(plugged.nics()).extracting(Nic::network).containsExactly(BLUE, red, BLUE);
        assertThat(plugged.nics()).allMatch(Nic::ours);
        assertThat(plugged.cards())
                .extracting(card -> card.mac())
                .containsExactlyElementsOf(plugged.nics().stream().map(Nic::mac).toList());
        assertThat(network.syncs).hasValue(1);
    }

    @Test
    void whoAsksAgainGetsTheSamePorts() throws Exception {
        var wish = wish(on(BLUE), on(BLUE));

        var first = ports.plug(wish);
        var second = ports.plug(wish);

        assertThat(network.ports).hasSize(2);
        assertThat(second.nics())
                .extracting(Nic::port)
                .containsExactlyInAnyOrderElementsOf(
                        first.nics().stream().map(Nic::port).toList());
    }

    @Test
    void aGivenPortIsTakenAndFreedAgain() throws Exception {
        var given = network.given(BLUE);
        var wish = wish(new NetworkWish(BLUE, "blue", given, null, null), on(BLUE));

        var plugged = ports.plug(wish);

        assertThat(plugged.nics().getFirst().port()).isEqualTo(given);
        assertThat(plugged.nics().getFirst().ours()).isFalse();
        assertThat(network.ports.get(given).deviceId()).isEqualTo(wish.server().toString());
        ports.unplug(wish.server(), wish.given());
        assertThat(network.ports.keySet()).containsExactly(given);
        assertThat(network.ports.get(given).deviceId()).isEmpty();
    }

    @Test
    void aPortOfAnotherServerIsNotTaken() throws Exception {
        var given = network.given(BLUE);
        ports.plug(wish(new NetworkWish(BLUE, "blue", given, null, null)));

        assertThatThrownBy(() -> ports.plug(wish(new NetworkWish(BLUE, "blue", given, null, null))))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("still in use");
    }

    @Test
    void aServerWithoutNetworksNeedsNothing() throws Exception {
        assertThat(ports.plug(wish()).cards()).isEmpty();
        assertThat(network.syncs).hasValue(0);
    }

    @Test
    void manyServersMakeAFewCalls() throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var plugged = FakeNetworkClient.ids(200).stream()
                    .map(id -> all.submit(() -> ports.plug(wish(on(BLUE)))))
                    .toList();
            for (var one : plugged) {
                assertThat(one.get().nics()).hasSize(1);
            }
        }

        assertThat(network.ports).hasSize(200);
        assertThat(network.calls.get()).isLessThan(60);
        assertThat(network.syncs.get()).isLessThan(60);
    }

    @Test
    void oneThatCannotBePluggedIsNobodyElsesBusiness() throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var good = FakeNetworkClient.ids(20).stream()
                    .map(id -> all.submit(() -> ports.plug(wish(on(BLUE)))))
                    .toList();
            Future<Plugged> bad = all.submit(() -> ports.plug(wish(on(FakeNetworkClient.FULL))));
            for (var one : good) {
                assertThat(one.get().nics()).hasSize(1);
            }
            assertThatThrownBy(bad::get)
                    .hasRootCauseMessage("HTTP 409 Conflict")
                    .hasMessageContaining("The network cannot be plugged: No more IP addresses available");
        }
    }

    @Test
    void aNetworkThatTheHostDoesNotCarryMayComeLater() {
        network.cannotCarry(BLUE);

        assertThatThrownBy(() -> ports.plug(wish(on(BLUE))))
                .isInstanceOfSatisfying(
                        Retry.class, retry -> assertThat(retry.details()).contains("compute1", "no bridge"));
    }

    @Test
    void whatIsUnpluggedTwiceIsGone() throws Exception {
        var wish = wish(on(BLUE));
        ports.plug(wish);

        ports.unplug(wish.server(), List.of());
        ports.unplug(wish.server(), List.of());

        assertThat(network.ports).isEmpty();
    }
}
