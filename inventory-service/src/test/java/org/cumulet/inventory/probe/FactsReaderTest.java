package org.cumulet.inventory.probe;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static FactsReader reader(String... more) {
        var sections = new HashMap<>(SAID);
        sections.put("libvirt", WELL);
        sections.put("kvm", "usable");
        for (var at = 0; at < more.length; at += 2) {
            sections.put(more[at], more[at + 1]);
        }
        return new FactsReader(sections);
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
        var facts = new FactsReader(Map.of()).facts();

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
