package org.cumulet.inventory.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cumulet.inventory.fact.Facts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactsReaderTest {

    private static final Map<String, String> SAID = Map.of(
            "hostname",
            "compute1",
            "kernel",
            "6.1.0-18-amd64",
            "architecture",
            "x86_64",
            "os-release",
            "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"",
            "lscpu",
            """
            Architecture:            x86_64
            CPU(s):                  8
            Model name:              Some: CPU @ 2.00GHz
            Thread(s) per core:      2
            Core(s) per socket:      4
            Socket(s):               1
            Flags:                   fpu sse4_2 avx2 vmx
            """,
            "meminfo",
            "MemTotal:       16384000 kB\nMemFree: 1 kB\nMemAvailable:   8192000 kB",
            "disk",
            "Filesystem 1-blocks Used Available Capacity Mounted on\n/dev/vda1 107374182400 0 53687091200 50% /var",
            "addresses",
            """
            [{"ifname":"lo","addr_info":[{"local":"127.0.0.1","prefixlen":8}]},
             {"ifname":"eth0","address":"52:54:00:12:34:56","mtu":1500,"operstate":"UP",
              "addr_info":[{"local":"10.0.0.11","prefixlen":24},{"local":"fe80::1","prefixlen":64}]},
             {"ifname":"eth1","address":"52:54:00:12:34:57","mtu":9000,"operstate":"DOWN","addr_info":[]}]
            """,
            "programs",
            "bash\nvirsh\nqemu-img\nip\nbridge\ntimeout");

    private static final String WELL = """
            Compiled against library: libvirt 9.0.0
            Using library: libvirt 9.0.0
            Using API: QEMU 9.0.0
            Running hypervisor: QEMU 7.2.19
            """;

    private static final Instant ASKED = Instant.ofEpochSecond(1_700_000_000);

    private static FactsReader reader(String... more) {
        var sections = new HashMap<>(SAID);
        sections.put("libvirt", WELL);
        sections.put("kvm", "usable");
        for (var at = 0; at < more.length; at += 2) {
            sections.put(more[at], more[at + 1]);
        }
        return new FactsReader(sections, ASKED, ASKED.plusMillis(100));
    }

    @Test
    void whatElseAHostSaysBecomesFacts() {
        var facts = reader(
                        "speeds",
                        "eth0 10000\neth1 -1\neth2",
                        "numa",
                        "0 0-3\n1 4-7",
                        "file-systems",
                        "Filesystem Type 1-blocks Used Available Capacity Mounted on\n"
                                + "/dev/vda1 ext4 107374182400 0 53687091200 50% /",
                        "block-devices",
                        """
                        {"blockdevices": [{"name":"vda","size":107374182400,"rota":false,"model":"X 1 ","type":"disk"},
                                          {"name":"loop0","size":1,"rota":true,"model":null,"type":"loop"}]}""",
                        "routes",
                        """
                        [{"dst":"default","gateway":"10.0.0.1","dev":"eth0","flags":[]},
                         {"dst":"10.0.0.0/24","dev":"eth0","prefsrc":"10.0.0.11"}]""",
                        "packages",
                        "chrony 4.3-2\nnftables 1.0.6-2",
                        "clock",
                        "1700000600.050000000",
                        "clock-service",
                        "chronyd",
                        "clock-source",
                        "^,?,192.0.2.9,0,6,0\n^,*,192.0.2.1,2,6,377,1,0.0,0.0,0.0",
                        "listening",
                        "tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:((\"sshd\",pid=9,fd=3))\nudp UNCONN 0 0 [::1]:323 [::]:*")
                .facts();

        assertThat(facts.nics().getFirst().speedMbps()).isEqualTo(10_000);
        assertThat(facts.nics().getLast().speedMbps()).isNull();
        assertThat(facts.numa()).containsExactly(new Facts.NumaNode(0, "0-3"), new Facts.NumaNode(1, "4-7"));
        assertThat(facts.fileSystems()).containsExactly(new Facts.FileSystem("/", "/dev/vda1", "ext4", 100, 50, 50));
        assertThat(facts.blockDevices()).containsExactly(new Facts.BlockDevice("vda", 100, false, "X 1"));
        assertThat(facts.routes())
                .containsExactly(
                        new Facts.Route("default", "10.0.0.1", "eth0", null),
                        new Facts.Route("10.0.0.0/24", null, "eth0", "10.0.0.11"));
        assertThat(facts.packages()).containsEntry("chrony", "4.3-2").hasSize(2);
        assertThat(facts.clock()).isEqualTo(new Facts.Clock(600_000, "chrony", "192.0.2.1"));
        assertThat(facts.listening())
                .containsExactly(
                        new Facts.Listening("tcp", "0.0.0.0", 22, "sshd"),
                        new Facts.Listening("udp", "[::1]", 323, null));
    }

    @Test
    void ofAFirewallTheRulesMatterThatKeepSomethingOut() {
        var ruleset = """
                table ip filter {
                	chain INPUT { # handle 1
                		type filter hook input priority filter; policy accept;
                		ct state established,related counter packets 10 bytes 900 accept # handle 4
                		counter packets 3 bytes 200 jump site # handle 5
                	}
                	chain site { # handle 2
                		meta l4proto icmp counter packets 3 bytes 200 reject with icmp host-prohibited # handle 6
                	}
                	chain orphan { # handle 9
                		drop # handle 10
                	}
                	chain FORWARD { # handle 3
                		type filter hook forward priority filter; policy drop;
                	}
                }
                table inet cumulet {
                	chain out { # handle 1
                		type nat hook postrouting priority srcnat; policy accept;
                		ip saddr 10.0.0.0/24 oifname "eth2" masquerade # handle 2
                	}
                }
                """;

        assertThat(reader("firewall", ruleset).facts().firewall())
                .containsExactly(
                        new Facts.FirewallRule(
                                "ip filter site", "input", 6, "meta l4proto icmp reject with icmp host-prohibited"),
                        new Facts.FirewallRule("ip filter orphan", "", 10, "drop"),
                        new Facts.FirewallRule("ip filter FORWARD", "forward", 0, "policy drop"),
                        new Facts.FirewallRule(
                                "inet cumulet out",
                                "postrouting",
                                2,
                                "ip saddr 10.0.0.0/24 oifname \"eth2\" masquerade"));
    }

    @Test
    void whatAHostDoesNotSayIsNotKnown() {
        var facts = reader("clock", "x", "routes", "{", "listening", "nonsense").facts();

        assertThat(facts.clock()).isNull();
        assertThat(facts.routes()).isEmpty();
        assertThat(facts.listening()).isEmpty();
    }

    @Test
    void whatAHostSaysBecomesFacts() {
        var facts = reader().facts();

        assertThat(facts.cpu().model()).isEqualTo("Some: CPU @ 2.00GHz");
        assertThat(facts.cpu().threads()).isEqualTo(8);
        assertThat(facts.cpu().coresPerSocket()).isEqualTo(4);
        assertThat(facts.cpu().flags()).contains("avx2", "vmx");
        assertThat(facts.memory()).isEqualTo(new Facts.Memory(16000, 8000));
        assertThat(facts.disk()).isEqualTo(new Facts.Disk("/var", 100, 50));
        assertThat(facts.nics()).hasSize(2);
        assertThat(facts.nics().getFirst().addresses()).containsExactly("10.0.0.11/24", "fe80::1/64");
        assertThat(facts.nics().getFirst().up()).isTrue();
        assertThat(facts.nics().getLast().up()).isFalse();
        assertThat(facts.system().distribution()).isEqualTo("Debian GNU/Linux 12 (bookworm)");
        assertThat(facts.virtualization().libvirt()).isEqualTo("9.0.0");
        assertThat(facts.virtualization().qemu()).isEqualTo("7.2.19");
        assertThat(facts.missing()).containsExactly("dnsmasq", "nft");
    }

    @Test
    void aHostThatSaysNothingHasNothing() {
        var facts = new FactsReader(Map.of(), ASKED, ASKED).facts();

        assertThat(facts.memory().totalMb()).isZero();
        assertThat(facts.disk().totalGb()).isZero();
        assertThat(facts.nics()).isEmpty();
        assertThat(facts.virtualization().kvm()).isFalse();
    }

    @Test
    void garbageIsNoFact() {
        var facts = reader("addresses", "{{{", "meminfo", "MemTotal: lots", "disk", "?", "lscpu", "\u0000")
                .facts();

        assertThat(facts.nics()).isEmpty();
        assertThat(facts.memory().totalMb()).isZero();
        assertThat(facts.cpu().threads()).isEqualTo(1);
    }

    @Nested
    class Kvm {
        @Test
        void worksWhereProcessorDeviceAndLibvirtSaySo() {
            assertThat(reader("validate", "  QEMU: Checking for hardware virtualization : PASS")
                            .facts()
                            .virtualization()
                            .kvm())
                    .isTrue();
        }

        @Test
        void doesNotWorkJustBecauseThereIsADevice() {
            var facts = reader("lscpu", "Flags: fpu sse4_2").facts().virtualization();

            assertThat(facts.kvm()).isFalse();
            assertThat(facts.whyNotKvm()).isEqualTo("the processor has neither vmx nor svm");
        }

        @Test
        void doesNotWorkWithoutADevice() {
            assertThat(reader("kvm", "").facts().virtualization().whyNotKvm()).contains("/dev/kvm");
        }

        @Test
        void doesNotWorkWhereLibvirtSaysSo() {
            var line = "QEMU: Checking if device /dev/kvm is accessible : FAIL (Check /dev/kvm is world writable)";

            assertThat(reader("validate", line).facts().virtualization().whyNotKvm())
                    .isEqualTo(line);
        }

        @Test
        void doesNotDependOnWhatElseLibvirtMisses() {
            assertThat(reader("validate", "QEMU: Checking for cgroup 'cpu' controller support : FAIL")
                            .facts()
                            .virtualization()
                            .kvm())
                    .isTrue();
        }
    }

    @Test
    void libvirtThatDoesNotAnswerIsQuoted() {
        assertThat(reader().libvirtComplaint()).isNull();
        assertThat(reader("libvirt", "error: failed to connect to the hypervisor\nfailed: 1")
                        .libvirtComplaint())
                .isEqualTo("error: failed to connect to the hypervisor");
        assertThat(reader("libvirt", "sh: 1: virsh: not found\nfailed: 127").libvirtComplaint())
                .isEqualTo("sh: 1: virsh: not found");
    }
}
