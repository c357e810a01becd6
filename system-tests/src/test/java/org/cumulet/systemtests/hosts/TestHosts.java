package org.cumulet.systemtests.hosts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cumulet.systemtests.cloud.Cloud;
import org.cumulet.systemtests.cloud.CloudHosts;
import org.cumulet.systemtests.cloud.Command;
import org.cumulet.systemtests.cloud.Cumulet;
import org.cumulet.systemtests.cloud.Outcome;

/// Real hosts on this machine: Debian with sshd, libvirt and QEMU, made by `rig/hosts.sh`.
public final class TestHosts implements AutoCloseable {

    private static final Path HOME = Path.of(System.getenv().getOrDefault("RIG_HOME", "/tmp/cumulet-rig"));

    private final List<TestHost> hosts;
    private final FileChannel lock;

    private TestHosts(List<TestHost> hosts, FileChannel lock) {
        this.hosts = hosts;
        this.lock = lock;
    }

    /// There is one set of test hosts per machine, so whoever comes second waits.
    static TestHosts up(int count) throws IOException {
        var lock = FileChannel.open(Path.of(HOME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        var list = rig("up", Integer.toString(count))
                .within(Duration.ofMinutes(10))
                .run()
                .text();
        return new TestHosts(list.lines().map(TestHost::parse).toList(), lock);
    }

    @Override
    public void close() throws IOException {
        rig("down").run().text();
        lock.close();
    }

    public List<TestHost> all() {
        return hosts;
    }

    /// Lets the cloud in and registers every host with it.
    public CloudHosts join(Cloud cloud) {
        var invitation = cloud.invitation();
        hosts.forEach(host -> host.ssh(invitation).run().text());
        return CloudHosts.register(
                cloud, hosts.stream().map(TestHost::description).toList());
    }

    public TestHost named(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// What is on all hosts, by host.
    public String footprint() {
        return hosts.stream().map(TestHost::footprint).collect(Collectors.joining("\n"));
    }

    /// The bootable qcow2 of the tiny guest, built here from Debian packages.
    public Path guest() {
        return Path.of(rig("guest").within(Duration.ofMinutes(5)).run().text());
    }

    /// Lets a host install these packages, although it has no way out.
    public static void offer(TestHost host, String... packages) {
        var argv = new ArrayList<String>();
        argv.add(Cumulet.PROJECT.resolve("system-tests/rig/packages.sh").toString());
        argv.add(host.name());
        argv.addAll(List.of(packages));
        Command.of(argv.toArray(String[]::new))
                .within(Duration.ofMinutes(10))
                .run()
                .text();
    }

    /// A command on a host that one can talk to while it runs.
    public static Process tunnel(TestHost host, String command) throws IOException {
        return new ProcessBuilder(
                        Cumulet.PROJECT.resolve("system-tests/rig/hosts.sh").toString(), "ssh", host.name(), command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// What is missing on this machine, and the line that installs it; empty where nothing is.
    static String missing() {
        Outcome check = rig("check").run();
        return check.succeeded() ? "" : check.out().strip();
    }

    static Command rig(String... arguments) {
        var argv = new String[arguments.length + 1];
        argv[0] = Cumulet.PROJECT.resolve("system-tests/rig/hosts.sh").toString();
        System.arraycopy(arguments, 0, argv, 1, arguments.length);
        return Command.of(argv);
    }
}
