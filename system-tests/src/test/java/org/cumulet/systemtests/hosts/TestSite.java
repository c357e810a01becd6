package org.cumulet.systemtests.hosts;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cumulet.systemtests.cloud.Command;

/// A bare data centre on this machine: a controller with a way out and computes behind it, made by `rig/hosts.sh site`.
/// It lives beside the other test hosts.
public final class TestSite implements AutoCloseable {

    private static final Path HOME = Path.of("/tmp/cumulet-site");
    private static final Map<String, String> RIG =
            Map.of("RIG_NAME", "site", "RIG_NETWORK", "172.16.249", "RIG_HOME", HOME.toString());

    /// What the hosts can reach only through the controller.
    public static final String OUTSIDE = "198.51.100.1";

    /// Who knows the time outside.
    public static final String TIME_SOURCE = "192.0.2.1";

    private final List<TestHost> hosts;
    private final FileChannel lock;

    private TestSite(List<TestHost> hosts, FileChannel lock) {
        this.hosts = hosts;
        this.lock = lock;
    }

    public static TestSite up(int computes) throws IOException {
        var lock = FileChannel.open(Path.of(HOME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        var list = rig("site", Integer.toString(computes))
                .within(Duration.ofMinutes(10))
                .run()
                .text();
        return new TestSite(list.lines().map(TestHost::parse).toList(), lock);
    }

    @Override
    public void close() throws IOException {
        rig("down").run().text();
        lock.close();
    }

    public List<TestHost> all() {
        return hosts;
    }

    public TestHost named(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Runs a command on a host, also where sshd does not let anybody in.
    public String run(String host, String script) {
        return rig("exec", host, "sh", "-euc", script).run().text();
    }

    /// The same where it may fail.
    public boolean succeeds(String host, String script) {
        return rig("exec", host, "sh", "-euc", script).run().succeeded();
    }

    /// Off and on again.
    public void reboot(String host) {
        rig("reboot", host).run().text();
    }

    private static Command rig(String... arguments) {
        return TestHosts.rig(arguments).in(RIG);
    }
}
