package org.cumulet.network.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.Mac;
import org.cumulet.network.port.AddressPair;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final UUID NETWORK = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
    private static final UUID PORT = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000002");

    private static PortPlan port(boolean up, boolean secure, AddressPair... pairs) {
        return new PortPlan(
                PORT,
                "tapbbbbbbbb-00",
                new Mac("fa:16:3e:00:00:01"),
                List.of(Ip.of("10.0.0.5"), Ip.of("2001:db8::5")),
                up,
                secure,
                List.of(pairs),
                "web",
                List.of());
    }

    private static NetworkPlan network(Uplink uplink, PortPlan... ports) {
        return new NetworkPlan(NETWORK, 1500, uplink, Optional.empty(), List.of(ports));
    }

    private static HostPlan host(NetworkPlan... networks) {
        return new HostPlan("h", 7, 1, List.of(networks), Map.of());
    }

    @Nested
    class Filters {
        @Test
        void letAMachineSendOnlyAsItself() {
            assertThat(FilterRules.of(List.of(network(new Uplink.Flat("eth1"), port(true, true)))))
                    .contains("""
                            chain tapbbbbbbbb-00 {
                            ether saddr != { fa:16:3e:00:00:01 } drop
                            arp saddr ether != { fa:16:3e:00:00:01 } drop
                            arp saddr ip != { 0.0.0.0, 10.0.0.5 } drop
                            ether type arp accept
                            ip saddr { 0.0.0.0, 10.0.0.5 } udp sport 68 udp dport 67 accept
                            udp sport { 67, 547 } drop
                            ip saddr { 10.0.0.5 } accept
                            icmpv6 type { nd-router-advert, nd-redirect } drop
                            ip6 saddr { ::, fe80::f816:3eff:fe00:1, 2001:db8::5 } accept
                            drop
                            }
                            """)
                    .contains("iifname vmap { \"tapbbbbbbbb-00\" : jump tapbbbbbbbb-00 }");
        }

        @Test
        void letItSendAsItsPairsToo() {
            var pairs = new AddressPair[] {
                new AddressPair("10.0.0.0/29", "fa:16:3e:00:00:02"), new AddressPair("10.0.0.6", "fa:16:3e:00:00:01")
            };
            assertThat(FilterRules.of(List.of(network(new Uplink.Flat("eth1"), port(true, true, pairs)))))
                    .contains("ether saddr != { fa:16:3e:00:00:01, fa:16:3e:00:00:02 } drop")
                    .contains("ip saddr { 10.0.0.0/29 } accept");
        }

        @Test
        void leaveAloneWhoIsTrusted() {
            assertThat(FilterRules.of(List.of(network(new Uplink.Flat("eth1"), port(true, false)))))
                    .doesNotContain("chain tapbbbbbbbb-00");
        }

        @Test
        void letNothingThroughAPortThatIsDown() {
            assertThat(FilterRules.of(List.of(network(new Uplink.Flat("eth1"), port(false, true)))))
                    .contains("iifname { \"tapbbbbbbbb-00\" } drop")
                    .contains("oifname { \"tapbbbbbbbb-00\" } drop");
        }

        @Test
        void keepNetworksAwayFromTheHostItself() {
            assertThat(FilterRules.of(List.of(network(new Uplink.Flat("eth1"), port(true, true)))))
                    .contains("iifname { \"tapbbbbbbbb-00\", \"eth1\" } drop");
        }
    }

    @Nested
    class AScript {
        @Test
        void doesNothingBeforeAllOfItWasRead() {
            var script = Script.of(host(network(new Uplink.Flat("eth1"))));
            assertThat(script)
                    .contains("begin 7\n")
                    .contains("flat cb-aaaaaaaa-00 1500 eth1\n")
                    .contains("carry " + NETWORK + " network_aaaaaaaa_0000_4000_8000_000000000001\n")
                    .contains("keep_only " + NETWORK + "\n")
                    .endsWith("}\nmain < /dev/null\n");
        }

        @Test
        void takesAwayEverythingWhereNothingIsWanted() {
            assertThat(Script.of(host())).contains("begin 7\nunfilter\nkeep_only\n");
        }

        @Test
        void namesTheOtherHostsOfATunnel() {
            var vxlan = new Uplink.Vxlan(
                    "vx-aaaaaaaa-00", 1001, Optional.of(Ip.of("172.16.0.1")), List.of(Ip.of("172.16.0.2")));
            assertThat(Script.of(host(network(vxlan))))
                    .contains("vxlan cb-aaaaaaaa-00 1500 vx-aaaaaaaa-00 1001 172.16.0.1 172.16.0.2\n");
        }

        @Test
        void takesNoValueThatMeansAnythingToAShell() {
            for (var bad : List.of("eth1; rm -rf /", "$(reboot)", "eth1\nreboot", "`id`", "eth 1", "", "eth'1", "*")) {
                assertThatThrownBy(() -> Script.of(host(network(new Uplink.Flat(bad)))))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Nested
    class AReport {
        @Test
        void tellsWhatIsCarriedWhatFailedAndWhatIsStillThere() {
            var report = HostReport.read("""
                    noise
                    carried %s
                    failed %s interface eth1 does not exist
                    kept %s device busy
                    """.formatted(NETWORK, PORT, PORT));
            assertThat(report.carried()).containsExactly(NETWORK);
            assertThat(report.failed()).containsExactly(Map.entry(PORT, "interface eth1 does not exist"));
            assertThat(report.complaint()).contains("device busy").contains("eth1");
            assertThat(report.isClean()).isFalse();
        }
    }
}
