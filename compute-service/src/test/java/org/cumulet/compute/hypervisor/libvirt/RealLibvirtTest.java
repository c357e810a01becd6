package org.cumulet.compute.hypervisor.libvirt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.compute.hypervisor.Guest;
import org.cumulet.compute.hypervisor.Guest.Card;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Host.Virtualisation;
import org.cumulet.compute.hypervisor.Samples;
import org.cumulet.compute.hypervisor.drive.ConfigDrive;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.CommandRunners;
import org.cumulet.ssh.Machine;
import org.cumulet.ssh.SshSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A guest's life under a real libvirt and a real QEMU, on a test host over SSH.
class RealLibvirtTest {

    private static final Path RIG = Path.of("..", "system-tests", "rig", "hosts.sh");
    private static final Path KEY = Path.of(System.getenv().getOrDefault("RIG_HOME", "/tmp/cumulet-rig"), "id_ed25519");

    /// From its user data, so that it has read its config drive too.
    private static final String READY = "web is up";

    private static CommandRunner runner;
    private static Path file;
    private static Host host;

    private final LibvirtHypervisor hypervisor = new LibvirtHypervisor(runner, _ -> Files.newInputStream(file));

    @BeforeAll
    static void aTestHost() throws Exception {
        assumeTrue(Files.isExecutable(RIG), "LEFT OUT: a real libvirt: system-tests/rig is not here");
        var missing = rig("check");
        assumeTrue(missing.isEmpty(), "LEFT OUT: a real libvirt: " + missing);
        assumeTrue(rig("list").isEmpty(), "LEFT OUT: a real libvirt: the test hosts are in use");
        file = Path.of(rig("guest"));
        var line = rig("up", "1").split(" ");
        var machine = Machine.ssh("compute1", line[1], 22, "root", fingerprint(rig("list")));
        host = new Host(
                UUID.randomUUID(), "compute1", machine, Virtualisation.QEMU, "/var/lib/cumulet/instances", Map.of());
        runner = CommandRunners.open(SshSettings.of(KEY));
        sh("ip link add cb-test type bridge; ip link set cb-test up");
    }

    @AfterAll
    static void down() throws Exception {
        if (runner != null) {
            runner.close();
            rig("down");
        }
    }

    private static String fingerprint(String list) {
        return List.of(list.split("\\s+")).stream()
                .filter(word -> word.startsWith("SHA256:"))
                .findFirst()
                .orElseThrow();
    }

    private static String rig(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(RIG.toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        process.waitFor();
        return said.lines().reduce((_, last) -> last).orElse("");
    }

    private static String sh(String script) {
        return runner.run(host.machine(), Command.sh(script))
                .orThrow(host.machine(), "a look at the host")
                .stdout()
                .strip();
    }

    private static Guest guest(DiskImage image, UUID id) {
        var drive = new ConfigDrive(
                id,
                "demo",
                "web",
                "web",
                0,
                "nova",
                Map.of(),
                Map.of("mine", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMk1 me"),
                List.of(),
                "#!/bin/sh\necho $(hostname) is up > /dev/ttyS0\n".getBytes(UTF_8),
                null);
        var card = new Card("fa:16:3e:00:00:01", "cb-test", "tap-test");
        return new Guest(id, "demo", 1, 96, 1, image, List.of(card), Optional.of(drive));
    }

    private void says(UUID id, String words) {
        await().atMost(ofSeconds(120))
                .untilAsserted(
                        () -> assertThat(hypervisor.console(host, id, -1)).contains(words));
    }

    @Test
    void aGuestIsBootedStoppedStartedAndRemovedWithoutATrace() throws Exception {
        var bytes = Files.readAllBytes(file);
        var image = new DiskImage(UUID.randomUUID(), DiskImage.Format.QCOW2, Samples.sha512(bytes), bytes.length, null);
        var id = UUID.randomUUID();

        hypervisor.fetch(host, image);
        hypervisor.fetch(host, image);
        hypervisor.boot(host, guest(image, id));
        hypervisor.boot(host, guest(image, id));

        assertThat(hypervisor.guests(host)).containsExactly(Map.entry(id, GuestState.RUNNING));
        says(id, READY);
        assertThat(hypervisor.console(host, id, 1).lines()).hasSize(1);
        assertThat(sh("ls /sys/class/net/cb-test/brif")).isEqualTo("tap-test");

        hypervisor.shutDown(host, id);
        await().atMost(ofSeconds(90)).until(() -> hypervisor.state(host, id) == GuestState.OFF);
        hypervisor.powerOff(host, id);
        hypervisor.start(host, id);
        hypervisor.start(host, id);
        assertThat(hypervisor.state(host, id)).isEqualTo(GuestState.RUNNING);
        says(id, READY);

        sh("touch -d '2 days ago' /var/lib/cumulet/images/*");
        hypervisor.removeUnusedImages(host, ofDays(1));
        assertThat(images()).as("a disk grows out of it").containsExactly(image.fileName());

        hypervisor.destroy(host, id);
        hypervisor.destroy(host, id);
        assertThat(hypervisor.state(host, id)).isEqualTo(GuestState.ABSENT);
        assertThat(sh("virsh -q list --all --name | grep . || true")).isEmpty();
        assertThat(sh("ls /var/lib/cumulet/instances; ls /var/log/libvirt/qemu | grep console || true"))
                .isEmpty();
        assertThat(sh("ls /sys/class/net | grep tap || true")).isEmpty();

        hypervisor.fetch(host, image);
        hypervisor.removeUnusedImages(host, ofDays(1));
        assertThat(images()).as("it was asked for a moment ago").containsExactly(image.fileName());
        sh("touch -d '2 days ago' /var/lib/cumulet/images/*");
        hypervisor.removeUnusedImages(host, ofDays(1));
        assertThat(sh("ls /var/lib/cumulet/images")).isEmpty();
    }

    private static List<String> images() {
        return sh("find /var/lib/cumulet/images -type f -name '*.qcow2' -printf '%f\\n'")
                .lines()
                .toList();
    }
}
