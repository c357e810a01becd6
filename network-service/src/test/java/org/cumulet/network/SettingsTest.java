package org.cumulet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cumulet.network.host.HostSettings;
import org.cumulet.network.network.NetworkSettings;
import org.junit.jupiter.api.Test;

@NetworkTest
class SettingsTest {

    private final NetworkSettings networks;
    private final HostSettings hosts;

    SettingsTest(NetworkSettings networks, HostSettings hosts) {
        this.networks = networks;
        this.hosts = hosts;
    }

    @Test
    void networksTravelAsTheyDoInMostPlaces() {
        assertThat(networks.flat()).containsEntry("physnet1", "eth1").hasSize(1);
        assertThat(networks.mtu()).isEqualTo(1500);
        assertThat(networks.vxlan().first()).isEqualTo(1000);
        assertThat(networks.vxlan().last()).isEqualTo(65535);
    }

    @Test
    void hostsAreLookedAfterPatiently() {
        assertThat(hosts.parallel()).isEqualTo(64);
        assertThat(hosts.parallelInBackground()).isEqualTo(16);
        assertThat(hosts.settle()).isEqualTo(Duration.ofSeconds(2));
        assertThat(hosts.interval()).isEqualTo(Duration.ofMinutes(3));
        assertThat(hosts.longestPause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(hosts.timeout()).isEqualTo(Duration.ofMinutes(1));
    }
}
