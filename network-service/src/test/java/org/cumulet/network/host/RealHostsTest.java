package org.cumulet.network.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cumulet.events.Service;
import org.cumulet.network.Api;
import org.cumulet.network.NetworkTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What comes true on hosts: `light-1` and `light-2` with a cable between their `eth0`, by which they are reached, and
/// one between their `eth1`, which leads to the physical network.
@NetworkTest
class RealHostsTest {

    private static final String LEFT_BEHIND = """
            ls /sys/class/net | grep -E '^(cb|vx|cd)-' || true
            ls /run/netns 2> /dev/null | grep '^cumulet-' || true
            ls /var/lib/cumulet/network | grep -v '^generation$' || true
            ls /run/cumulet/network | grep -v '^lock$' || true
            nft list tables
            for process in /proc/[0-9]*; do
              [ ! $process/ns/mnt -ef /proc/self/ns/mnt ] || [ "$(cat $process/comm)" != dnsmasq ] || echo $process
            done""";

    private final String project = Api.newProject();
    private final Api api = Api.memberOf(project);
    private final TestRunner runner;
    private LightHost one;
    private LightHost two;

    RealHostsTest(@Service("network") TestRunner runner) {
        this.runner = runner;
    }

    @BeforeEach
    void twoHosts() {
        assumeTrue(LightHost.missing().isEmpty(), LightHost.missing());
        one = new LightHost();
        two = new LightHost();
        one.cable("eth0", two);
        one.cable("eth1", two);
        one.sh("ip addr add 172.31.255.1/24 dev eth0");
        two.sh("ip addr add 172.31.255.2/24 dev eth0");
        runner.add("light-1", one);
        runner.add("light-2", two);
    }

    @AfterEach
    void switchedOff() {
        api.ids("ports", "?device_owner=compute:nova").forEach(port -> api.delete("/ports/" + port));
        runner.remove("light-1");
        runner.remove("light-2");
        if (one != null) {
            one.close();
            two.close();
        }
    }

    private Map<String, Object> portOn(String host, String network, Map<String, ?> more) {
        var wish = new HashMap<String, Object>(Map.of(
                "network_id", network, "project_id", project, "device_owner", "compute:nova", "binding:host_id", host));
        wish.putAll(more);
        return Api.service().made("ports", wish);
    }

    private Map<String, Object> portOn(String host, String network) {
        return portOn(host, network, Map.of());
    }

    private static JsonPath sync(String host) {
        var answer = Api.service().asked().post("/network/v1/hosts/" + host + "/sync");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static void syncBoth() {
        assertThat(sync("light-1").getList("failed")).isNull();
        assertThat(sync("light-2").getList("failed")).isNull();
    }

    /// A machine that has been told its address.
    private static Guest booted(LightHost host, Map<String, Object> port) {
        var guest = Guest.of(host, port);
        assertThat(guest.asksForAnAddress()).containsEntry("ip", guest.address());
        return guest;
    }

    @Nested
    class AVxlanNetwork {
        private String network;

        @BeforeEach
        void aNetwork() {
            network = api.network();
            api.subnet(network, "10.0.0.0/24");
        }

        @Test
        void connectsItsMachinesOnAllHosts() {
            var first = portOn("light-1", network);
            var second = portOn("light-2", network);
            var third = portOn("light-2", network);
            syncBoth();
            var here = booted(one, first);
            var there = booted(two, second);
            var beside = booted(two, third);
            assertThat(here.reaches(there.address())).isTrue();
            assertThat(there.reaches(here.address())).isTrue();
            assertThat(there.reaches(beside.address())).isTrue();
        }

        @Test
        void keepsItsMachinesApartFromThoseOfOtherNetworks() {
            var other = api.network();
            api.subnet(other, "10.0.0.0/24");
            var first = portOn("light-1", network);
            portOn("light-1", other);
            var second = portOn("light-2", other);
            syncBoth();
            var here = booted(one, first);
            booted(two, second);
            assertThat(here.reaches("10.0.0.3")).isFalse();
        }

        @Test
        void letsAHostIntoTheTunnelThatComesLater() {
            var first = portOn("light-1", network);
            sync("light-1");
            var second = portOn("light-2", network);
            sync("light-2");
            var here = booted(one, first);
            var there = booted(two, second);
            await().atMost(Duration.ofSeconds(20)).until(() -> here.reaches(there.address()));
        }

        @Test
        void letsAnOperatorIntoItsMachinesFromTheHostTheyAreOn() {
            var port = portOn("light-1", network);
            sync("light-1");
            var guest = booted(one, port);
            var space = "cumulet-" + network.substring(0, 8);
            assertThat(one.can("ip netns exec $1 busybox ping -c 2 -W 2 $2", space, guest.address()))
                    .isTrue();
        }
    }

    @Nested
    class AFlatNetwork {
        private String network;

        @BeforeEach
        void aNetwork() {
            network = Api.id(Api.admin()
                    .made(
                            "networks",
                            Map.of(
                                    "project_id", project,
                                    "provider:network_type", "flat",
                                    "provider:physical_network", "physnet1")));
            api.subnet(network, "10.0.0.0/24");
        }

        @AfterEach
        void free() {
            api.ids("ports", "?device_owner=compute:nova").forEach(port -> api.delete("/ports/" + port));
            api.delete("/networks/" + network);
        }

        @Test
        void connectsItsMachinesByThePhysicalNetwork() {
            var first = portOn("light-1", network);
            var second = portOn("light-2", network);
            syncBoth();
            var here = booted(one, first);
            var there = booted(two, second);
            assertThat(here.reaches(there.address())).isTrue();
            assertThat(one.sh("bridge link show dev eth1")).contains("master cb-" + network.substring(0, 11));
        }

        @Test
        void doesNotTakeTheInterfaceThatTheHostIsReachedBy() {
            one.sh("ip addr add 192.168.77.1/24 dev eth1");
            var wanted = portOn("light-1", network);
            var other = api.network();
            portOn("light-1", other);
            var report = sync("light-1");
            assertThat(report.<String>getList("networks.network_id")).containsExactly(other);
            assertThat(report.<Map<String, String>>getList("failed"))
                    .containsExactly(Map.of(
                            "network_id", network, "reason", "interface eth1 carries an address of the host itself"));
            assertThat(one.sh("ip -br addr show dev eth1")).contains("192.168.77.1/24");
            assertThat(api.shown("/ports/" + Api.id(wanted)).getString("port.status"))
                    .isEqualTo("DOWN");
        }

        @Test
        void givesTheInterfaceBack() {
            var port = portOn("light-1", network);
            sync("light-1");
            api.delete("/ports/" + Api.id(port));
            sync("light-1");
            assertThat(one.sh("ip -br link show dev eth1")).contains("UP");
            assertThat(one.can("[ ! -e /sys/class/net/eth1/master ]")).isTrue();
        }
    }

    @Nested
    class Dhcp {
        private String network;
        private String subnet;

        @BeforeEach
        void aNetwork() {
            network = Api.id(api.made("networks", Map.of("dns_domain", "lab.example.")));
            subnet = Api.id(api.made(
                    "subnets",
                    Map.of(
                            "network_id",
                            network,
                            "ip_version",
                            4,
                            "cidr",
                            "10.0.0.0/24",
                            "dns_nameservers",
                            List.of("9.9.9.9", "1.1.1.1"),
                            "host_routes",
                            List.of(Map.of("destination", "192.168.0.0/16", "nexthop", "10.0.0.7")))));
        }

        @Test
        void tellsAMachineAllItNeeds() {
            var options = List.of(
                    Map.of("opt_name", "bootfile-name", "opt_value", "pxelinux.0"),
                    Map.of("opt_name", "tftp-server", "opt_value", "10.0.0.9"));
            var port = portOn("light-1", network, Map.of("dns_name", "web", "extra_dhcp_opts", options));
            sync("light-1");
            assertThat(Guest.of(one, port).asksForAnAddress())
                    .containsEntry("ip", "10.0.0.2")
                    .containsEntry("mask", "24")
                    .containsEntry("router", "10.0.0.1")
                    .containsEntry("dns", "9.9.9.9 1.1.1.1")
                    .containsEntry("mtu", "1450")
                    .containsEntry("hostname", "web")
                    .containsEntry("domain", "lab.example")
                    .containsEntry("staticroutes", "192.168.0.0/16 10.0.0.7 0.0.0.0/0 10.0.0.1")
                    .containsEntry("bootfile", "pxelinux.0")
                    .containsEntry("tftp", "10.0.0.9");
        }

        @Test
        void isTheSameOnEveryHostAndSurvivesTheOthers() {
            var first = portOn("light-1", network);
            var second = portOn("light-2", network);
            syncBoth();
            assertThat(Guest.of(two, second).asksForAnAddress()).containsEntry("serverid", "10.0.0.254");
            two.sh("ip link set dev eth0 down");
            assertThat(Guest.of(one, first).asksForAnAddress()).containsEntry("serverid", "10.0.0.254");
        }

        @Test
        void doesNotAnswerForMachinesOfOtherHosts() {
            var first = portOn("light-1", network);
            portOn("light-2", network);
            syncBoth();
            one.sh("kill -STOP $(cat /run/cumulet/network/" + network + ".pid)");
            assertThat(Guest.of(one, first).asksForAnAddress()).isEmpty();
            one.sh("kill -CONT $(cat /run/cumulet/network/" + network + ".pid)");
        }

        @Test
        void doesNotKnowStrangers() {
            var port = portOn("light-1", network, Map.of("port_security_enabled", false));
            sync("light-1");
            var guest = Guest.of(one, port);
            one.sh("ip -n $1 link set dev eth0 address fa:16:3e:99:99:99", guest.name());
            assertThat(guest.asksForAnAddress()).isEmpty();
        }

        @Test
        void hearsOfNewMachinesWithoutARestart() {
            portOn("light-1", network);
            sync("light-1");
            var process = one.sh("cat /run/cumulet/network/" + network + ".pid");
            var port = portOn("light-1", network);
            sync("light-1");
            booted(one, port);
            assertThat(one.sh("cat /run/cumulet/network/" + network + ".pid")).isEqualTo(process);
        }

        @Test
        void goesWhereItIsSwitchedOff() {
            var port = portOn("light-1", network);
            sync("light-1");
            api.put("/subnets/" + subnet, Map.of("subnet", Map.of("enable_dhcp", false)));
            sync("light-1");
            assertThat(Guest.of(one, port).asksForAnAddress()).isEmpty();
            assertThat(one.sh("ls /run/netns")).doesNotContain("cumulet-");
        }

        @Test
        void servesSeveralSubnets() {
            var other = api.subnet(network, "10.1.0.0/24");
            var first = portOn("light-1", network);
            var second = portOn("light-1", network, Map.of("fixed_ips", List.of(Map.of("subnet_id", other))));
            sync("light-1");
            assertThat(Guest.of(one, first).asksForAnAddress()).containsEntry("router", "10.0.0.1");
            assertThat(Guest.of(one, second).asksForAnAddress())
                    .containsEntry("ip", "10.1.0.2")
                    .containsEntry("router", "10.1.0.1");
        }
    }

    @Nested
    class AMachine {
        private String network;
        private String subnet;

        @BeforeEach
        void aNetwork() {
            network = api.network();
            subnet = api.subnet(network, "10.0.0.0/24");
        }

        private void readdress(Guest guest, String address) {
            guest.host().sh("ip -n $1 addr flush dev eth0; ip -n $1 addr add $2/24 dev eth0", guest.name(), address);
        }

        @Test
        void sendsOnlyAsItself() {
            var first = portOn("light-1", network);
            var second = portOn("light-1", network);
            sync("light-1");
            var honest = booted(one, first);
            var liar = booted(one, second);
            assertThat(liar.reaches(honest.address())).isTrue();
            readdress(liar, "10.0.0.66");
            assertThat(liar.reaches(honest.address())).isFalse();
            readdress(liar, liar.address());
            assertThat(liar.reaches(honest.address())).isTrue();
            one.sh("ip -n $1 link set dev eth0 address fa:16:3e:99:99:99", liar.name());
            assertThat(liar.reaches(honest.address())).isFalse();
        }

        @Test
        void sendsAsItsPairsToo() {
            var first = portOn("light-1", network);
            var second = portOn(
                    "light-1", network, Map.of("allowed_address_pairs", List.of(Map.of("ip_address", "10.0.0.64/28"))));
            sync("light-1");
            var honest = booted(one, first);
            var router = booted(one, second);
            readdress(router, "10.0.0.66");
            assertThat(router.reaches(honest.address())).isTrue();
            readdress(router, "10.0.0.99");
            assertThat(router.reaches(honest.address())).isFalse();
        }

        @Test
        void isNobodysDhcpServer() {
            var first = portOn("light-1", network);
            var second = portOn("light-1", network);
            sync("light-1");
            var rogue = booted(one, second);
            api.put("/subnets/" + subnet, Map.of("subnet", Map.of("enable_dhcp", false)));
            sync("light-1");
            one.sh(
                    "ip netns exec $1 dnsmasq --port=0 --interface=eth0 --bind-interfaces --leasefile-ro"
                            + " --pid-file=/run/cumulet/network/rogue.pid --dhcp-range=10.0.0.100,10.0.0.200",
                    rogue.name());
            assertThat(Guest.of(one, first).asksForAnAddress()).isEmpty();
        }

        @Test
        void doesNotReachTheHostItself() {
            var port = portOn("light-1", network);
            sync("light-1");
            var guest = booted(one, port);
            one.sh("ip -n $1 route add 172.31.255.1/32 dev eth0", guest.name());
            one.sh("ip route add $1/32 dev cb-" + network.substring(0, 11), guest.address());
            assertThat(guest.reaches("172.31.255.1")).isFalse();
            assertThat(guest.reaches("10.0.0.254")).isTrue();
        }

        @Test
        void isCutOffWhereItIsSwitchedOff() {
            var first = portOn("light-1", network);
            var second = portOn("light-1", network);
            sync("light-1");
            var here = booted(one, first);
            var there = booted(one, second);
            api.put("/ports/" + Api.id(second), Map.of("port", Map.of("admin_state_up", false)));
            sync("light-1");
            assertThat(here.reaches(there.address())).isFalse();
        }
    }

    @Nested
    class AHost {
        private String network;

        @BeforeEach
        void aNetwork() {
            network = api.network();
            api.subnet(network, "10.0.0.0/24");
        }

        private String state() {
            return one.sh(
                    "cat /run/cumulet/network/*.pid; ip -o link | sed 's/:.*//'; nft list ruleset; bridge fdb | sort");
        }

        @Test
        void isLeftAloneWhereNothingHasChanged() {
            portOn("light-1", network);
            sync("light-1");
            var before = state();
            sync("light-1");
            assertThat(state()).isEqualTo(before);
        }

        @Test
        void keepsNothingWhenItsMachinesAreGone() {
            var port = portOn("light-1", network);
            sync("light-1");
            var guest = booted(one, port);
            guest.unplug();
            api.delete("/ports/" + Api.id(port));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(one.sh(LEFT_BEHIND)).isEmpty());
        }

        @Test
        void getsEverythingBackAfterARestart() {
            var port = portOn("light-1", network);
            sync("light-1");
            booted(one, port).unplug();
            one.sh("""
                    kill $(cat /run/cumulet/network/*.pid)
                    for space in $(ls /run/netns); do ip netns del $space; done
                    for device in $(ls /sys/class/net | grep -E '^(cb|vx|cd)-'); do ip link del $device || true; done
                    nft flush ruleset
                    rm -rf /run/cumulet""");
            sync("light-1");
            booted(one, port);
        }

        @Test
        void getsBackWhatSomebodyBroke() {
            var port = portOn("light-1", network);
            sync("light-1");
            for (var damage : List.of(
                    "ip netns del cumulet-" + network.substring(0, 8),
                    "ip link del cd-" + network.substring(0, 11),
                    "ip link del vx-" + network.substring(0, 11),
                    "kill -9 $(cat /run/cumulet/network/" + network + ".pid)",
                    "nft delete table bridge cumulet_network",
                    "ip -n cumulet-" + network.substring(0, 8) + " addr flush dev dhcp0")) {
                one.sh(damage);
                sync("light-1");
                var guest = booted(one, port);
                guest.unplug();
            }
        }

        @Test
        void keepsWhatIsNotOurs() {
            one.sh("ip link add cb-foreign type bridge; ip netns add cumulet-x; nft add table bridge mine");
            var port = portOn("light-1", network);
            sync("light-1");
            api.delete("/ports/" + Api.id(port));
            sync("light-1");
            assertThat(one.sh("ls /sys/class/net; ls /run/netns; nft list tables"))
                    .contains("cb-foreign")
                    .contains("cumulet-x")
                    .contains("table bridge mine")
                    .doesNotContain("table bridge cumulet_network");
        }

        @Test
        void saysWhichProgramItLacks() {
            portOn("light-1", network);
            one.sh("mkdir -p /run/programs; mount --bind /run/programs /usr/sbin");
            var answer = Api.service().asked().post("/network/v1/hosts/light-1/sync");
            one.sh("/bin/umount /usr/sbin");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.asString()).contains("is not installed (apt-get install");
        }

        @Test
        void neverGoesBackToAnOlderPlan() {
            portOn("light-1", network);
            sync("light-1");
            one.sh("echo 9999999999999999 > /var/lib/cumulet/network/generation");
            var answer = Api.service().asked().post("/network/v1/hosts/light-1/sync");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.asString()).contains("follows newer plans than ours");
        }
    }
}
