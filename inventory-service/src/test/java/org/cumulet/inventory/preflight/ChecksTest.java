package org.cumulet.inventory.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cumulet.inventory.fact.Facts;
import org.cumulet.inventory.host.HostRole;
import org.cumulet.inventory.preflight.Check.State;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Hosts as they were recorded, each with one thing wrong.
class ChecksTest {

    private static final String PROHIBITED = """
            PING 172.16.1.11 (172.16.1.11) 56(84) bytes of data.
            From %s icmp_seq=1 %s

            --- 172.16.1.11 ping statistics ---
            1 packets transmitted, 0 received, +1 errors, 100%% packet loss, time 0ms""";
    private static final String SILENT = "1 packets transmitted, 0 received, 100% packet loss, time 0ms";
    private static final Facts.Route DEFAULT = new Facts.Route("default", "172.16.1.11", "eth0", null);

    private final Map<String, Said.Answer> said = new LinkedHashMap<>(Map.of(
            "login", well("root"),
            "hosts-file", well("127.0.0.1 localhost"),
            "resolve:ctl", well("172.16.1.11 STREAM ctl"),
            "ping:ctl", well("64 bytes"),
            "mtu:ctl", well("1480 bytes"),
            "gateway", well("64 bytes"),
            "outside", well("64 bytes"),
            "network-manager", well("eth1:unmanaged:"),
            "time-sources", well("^,*,172.16.1.11,3,6,377,1,0.0,0.0,0.0"),
            "old-time-jobs", well("")));
    private final Map<String, Said.Answer> inwards = new LinkedHashMap<>();
    private final Map<String, List<Facts.FirewallRule>> firewalls = new LinkedHashMap<>();
    private final List<Facts.FirewallRule> own = new ArrayList<>();
    private Set<HostRole> roles = Set.of(HostRole.COMPUTE);
    private Facts.Clock clock = new Facts.Clock(3, "chrony", "172.16.1.11");
    private Facts.FileSystem disk = new Facts.FileSystem("/", "/dev/vda1", "ext4", 100, 50, 50);
    private List<Facts.Route> routes = List.of(DEFAULT);
    private String eth1Address = "";
    private int theirMtu = 1500;
    private Sight.Gateway gateway;

    private static Said.Answer well(String output) {
        return new Said.Answer("a command", output, 0);
    }

    private static Said.Answer bad(String output) {
        return new Said.Answer("a command", output, 1);
    }

    private Facts facts(String address, int mtu, String mac, List<Facts.FirewallRule> firewall) {
        var nics = List.of(
                new Facts.Nic("eth0", mac, true, mtu, List.of(address + "/24"), null, null),
                new Facts.Nic(
                        "eth1",
                        null,
                        true,
                        1500,
                        eth1Address.isEmpty() ? List.of() : List.of(eth1Address),
                        null,
                        null));
        return new Facts(
                new Facts.Cpu("Some CPU", 1, 4, 1, 4, List.of("vmx")),
                new Facts.Memory(8000, 4000),
                new Facts.Disk("/", 100, 50),
                nics,
                new Facts.OperatingSystem("c1", "Debian", "6.1", "x86_64"),
                new Facts.Virtualization("9.0.0", "7.2.0", true, null),
                List.of(),
                List.of(),
                List.of(disk),
                List.of(),
                routes,
                Map.of(),
                clock,
                List.of(),
                firewall);
    }

    private List<Check> checks() {
        var ctl = new Sight.Machine(
                "ctl",
                "172.16.1.11",
                Set.of(HostRole.CONTROLLER, HostRole.GATEWAY),
                facts("172.16.1.11", theirMtu, "52:54:00:00:00:11", List.of()));
        var sight = new Sight(
                new Sight.Machine("c1", "172.16.1.21", roles, facts("172.16.1.21", 1500, "52:54:00:00:00:21", own)),
                null,
                new Said(said),
                List.of(ctl),
                firewalls,
                gateway,
                inwards,
                "198.51.100.1");
        return Stream.of(
                        new HostChecks(sight).all(),
                        new TimeChecks(sight).all(),
                        new NameChecks(sight).all(),
                        new NetworkChecks(sight).all(),
                        new WayOutChecks(sight).all())
                .flatMap(checks -> checks)
                .toList();
    }

    private List<Check> notOk() {
        return checks().stream()
                .filter(check -> check.state() == State.FAILED || check.state() == State.WARNING)
                .toList();
    }

    private Check onlyTrouble() {
        var trouble = notOk();
        assertThat(trouble).hasSize(1);
        return trouble.getFirst();
    }

    @Test
    void ofAHealthyHostAllAreWell() {
        assertThat(notOk()).isEmpty();
    }

    @Nested
    class AFirewallThatSaysNo {

        private final Facts.FirewallRule onInput = new Facts.FirewallRule(
                "ip filter INPUT", "input", 7, "meta l4proto icmp reject with icmp host-prohibited");
        private final Facts.FirewallRule onForward =
                new Facts.FirewallRule("inet filter forward", "forward", 9, "reject with icmp host-prohibited");

        @Test
        void isNamedWithHostChainAndRule() {
            firewalls.put("ctl", List.of(onForward, onInput));
            said.put("ping:ctl", bad(PROHIBITED.formatted("172.16.1.11", "Destination Host Prohibited")));

            assertThat(onlyTrouble().cause())
                    .isEqualTo(
                            "The firewall of ctl rejects it: chain ip filter INPUT, rule \"meta l4proto icmp reject with"
                                    + " icmp host-prohibited\" (handle 7).");
            assertThat(onlyTrouble().fix()).isEqualTo(new Check.Fix("ctl", "nft delete rule ip filter INPUT handle 7"));
        }

        @Test
        void onTheWayIsTheOneThatForwards() {
            firewalls.put("ctl", List.of(onInput, onForward));
            said.put("outside", bad(PROHIBITED.formatted("172.16.1.11", "Destination Host Prohibited")));

            assertThat(onlyTrouble().name()).isEqualTo("outside");
            assertThat(onlyTrouble().cause()).contains("ctl", "chain inet filter forward", "handle 9");
        }

        @Test
        void ofSomebodyUnknownIsNamedByItsAddress() {
            said.put("outside", bad(PROHIBITED.formatted("192.0.2.1", "Packet filtered")));

            assertThat(onlyTrouble().cause()).contains("192.0.2.1, which is none of our hosts");
        }

        @Test
        void maybeItsOwnWhenOthersDoNotGetIn() {
            own.add(onInput);
            firewalls.put("c1", List.of(onInput));
            inwards.put("ctl 172.16.1.21", bad(PROHIBITED.formatted("172.16.1.21", "Destination Host Prohibited")));

            assertThat(notOk().stream().map(Check::name))
                    .containsExactly("management-network:from-ctl:172.16.1.21", "firewall");
            assertThat(notOk().getFirst().cause()).contains("The firewall of c1 rejects it");
        }
    }

    @Nested
    class TheWayOut {
        @Test
        void mayBeginAtTheWrongGateway() {
            routes = List.of(new Facts.Route("default", "172.16.1.99", "eth0", null));
            said.put("gateway", bad(SILENT));
            said.put("outside", bad(SILENT));

            assertThat(notOk().getFirst().cause())
                    .isEqualTo("The default gateway 172.16.1.99 does not answer; the way out is 172.16.1.11 (ctl).");
            assertThat(notOk().getFirst().fix())
                    .isEqualTo(new Check.Fix("c1", "ip route replace default via 172.16.1.11"));
        }

        @Test
        void mayNotBeThereAtAll() {
            routes = List.of();
            assertThat(onlyTrouble().cause()).isEqualTo("There is no default gateway.");
        }

        @Test
        void mayEndAtAGatewayThatDoesNotForward() {
            said.put("outside", bad(SILENT));
            gateway = new Sight.Gateway("ctl", new Said(Map.of("forwarding", well("0"))), List.of());

            assertThat(onlyTrouble().cause()).contains("ctl", "does not forward", "ip_forward");
            assertThat(onlyTrouble().fix())
                    .isNotNull()
                    .extracting(Check.Fix::host)
                    .isEqualTo("ctl");
        }

        @Test
        void mayEndAtAGatewayWithoutSnat() {
            said.put("outside", bad(SILENT));
            gateway = new Sight.Gateway("ctl", new Said(Map.of("forwarding", well("1"))), List.of());

            assertThat(onlyTrouble().cause()).contains("ctl", "no SNAT");
            assertThat(onlyTrouble().fix())
                    .isNotNull()
                    .extracting(Check.Fix::host)
                    .isEqualTo("ctl");
            assertThat(onlyTrouble().fix().command()).contains("ip saddr 172.16.1.0/24 oifname \"eth0\" masquerade");
        }

        @Test
        void ofAGatewayMayBeLostAtItsNextBoot() {
            roles = Set.of(HostRole.GATEWAY);
            own.add(new Facts.FirewallRule("ip nat POSTROUTING", "postrouting", 3, "oifname \"eth2\" masquerade"));
            said.put("forwarding", well("1"));
            said.put("forwarding-at-boot", well("1"));
            said.put("nat-at-boot", well("/etc/nftables.conf: masquerade"));

            assertThat(onlyTrouble().cause())
                    .isEqualTo("It has SNAT now, but that is not saved: the next reboot loses it.");

            said.put("nat-at-boot", well("enabled nftables\n/etc/nftables.conf: masquerade"));
            assertThat(notOk()).isEmpty();
        }
    }

    @Test
    void aClockThatIsOffIsToldInMinutes() {
        clock = new Facts.Clock(-600_100, "chrony", "172.16.1.11");

        assertThat(onlyTrouble().cause()).isEqualTo("The clock is 10 minutes behind the control plane's.");
    }

    @Test
    void aTimeSourceThatDoesNotAnswerIsNamed() {
        clock = new Facts.Clock(3, "chrony", null);
        said.put("time-sources", well("^,?,203.0.113.9,0,6,0,10,0.0,0.0,0.0"));

        assertThat(onlyTrouble().cause()).isEqualTo("The time source 203.0.113.9 does not answer.");
        assertThat(onlyTrouble().fix().command()).contains("server 172.16.1.11 iburst");
    }

    @Test
    void anOldJobThatSetsTheClockIsFound() {
        said.put("old-time-jobs", well("/etc/cron.d/time:3:0 * * * * root ntpdate pool.ntp.org"));

        assertThat(onlyTrouble().state()).isEqualTo(State.WARNING);
        assertThat(onlyTrouble().cause()).contains("/etc/cron.d/time:3");
        assertThat(onlyTrouble().fix().command()).isEqualTo("sed -i '3s/^/# /' /etc/cron.d/time");
    }

    @Test
    void aWrongLineInTheHostsFileIsShownWithItsNumber() {
        said.put("hosts-file", well("127.0.0.1 localhost\n10.9.9.9 other ctl # typo"));
        said.put("resolve:ctl", well("10.9.9.9 STREAM ctl"));

        assertThat(notOk().getFirst().cause())
                .isEqualTo("Line 2 of /etc/hosts says that ctl is 10.9.9.9, but it is 172.16.1.11.");
        assertThat(notOk().getFirst().fix().command()).isEqualTo("sed -i '2s/^[^ \\t]*/172.16.1.11/' /etc/hosts");
        assertThat(notOk().getLast().cause()).contains("lead to another address than the host's: ctl");
    }

    @Test
    void anInterfaceThatNetworkManagerHoldsIsNamed() {
        said.put("network-manager", well("eth0:connected (externally):eth0\neth1:connecting (getting IP):wired"));

        assertThat(onlyTrouble().cause()).isEqualTo("NetworkManager holds eth1, which the bridge for servers needs.");
    }

    @Test
    void anMtuThatDiffersIsShownFromBothEnds() {
        theirMtu = 1400;
        said.put("mtu:ctl", bad(SILENT));

        assertThat(onlyTrouble().cause()).contains("MTU towards ctl is 1500 here and 1400 there");
    }

    @Test
    void anAddressThatIsThereTwiceIsShownWithItsOtherOwner() {
        said.put(
                "duplicate:eth0:172.16.1.21",
                bad("Unicast reply from 172.16.1.21 [52:54:00:00:00:11]  0.5ms\nReceived 1 response(s)"));

        assertThat(onlyTrouble().cause())
                .isEqualTo("The address 172.16.1.21 on eth0 is also that of ctl (52:54:00:00:00:11).");
    }

    @Test
    void subnetsThatOverlapAreTold() {
        eth1Address = "172.16.1.200/25";

        assertThat(onlyTrouble().name()).isEqualTo("subnets");
    }

    @Test
    void aFullDiskIsNamedByItsPath() {
        disk = new Facts.FileSystem("/var", "/dev/vda1", "ext4", 100, 1, 99);

        assertThat(onlyTrouble().cause()).isEqualTo("The file system at /var is full: of 100 GB 1 GB are free.");
    }

    @Test
    void whatAHostSaidIsReadSectionBySection() {
        var said = Said.read("m", "noise\nm a\n$ run a\nx\ny\n= 0\nm b\n$ run b\n\n= 2\nm end\n")
                .orElseThrow();

        assertThat(said.answer("a").orElseThrow()).isEqualTo(new Said.Answer("run a", "x\ny", 0));
        assertThat(said.answer("b").orElseThrow().status()).isEqualTo(2);
        assertThat(Said.read("m", "m a\n$ x\n")).isEmpty();
    }
}
