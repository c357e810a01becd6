package org.cumulet.systemtests.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What every story may expect of a test host.
@OnTestHosts
class TestHostsTest {

    private final TestHosts hosts;
    private final TestHost first;
    private final TestHost second;

    TestHostsTest(TestHosts hosts) {
        this.hosts = hosts;
        this.first = hosts.all().getFirst();
        this.second = hosts.all().getLast();
    }

    @Test
    void libvirtAnswersOverSsh() {
        assertThat(first.ssh("virsh version").run().text()).contains("Running hypervisor: QEMU");
    }

    @Test
    void systemdRunsAndNothingHasFailed() {
        assertThat(first.ssh("systemctl is-system-running --wait").run().text()).isEqualTo("running");
    }

    @Test
    void hostsSeeEachOther() {
        assertThat(first.ssh("ping -c 1 -w 5 " + second.address()).run().succeeded())
                .isTrue();
    }

    @Test
    void itsHostKeyIsTheOneThatSshShows() {
        var shown =
                first.ssh("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub").run();

        assertThat(shown.text()).contains(first.hostKey());
    }

    @Test
    void theGuestIsARealQcow2() {
        assertThat(hosts.guest()).isRegularFile().binaryContent().startsWith('Q', 'F', 'I', 0xfb);
    }
}
