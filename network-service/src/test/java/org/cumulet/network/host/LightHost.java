package org.cumulet.network.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandResult;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.CommandRunners;
import org.cumulet.ssh.Machine;

/// A host made of a network namespace and folders of its own: bridges, tunnels, filters and DHCP are as real as
/// anywhere.
final class LightHost implements AutoCloseable {

    private static final CommandRunner LOCAL = CommandRunners.local();
    private static final Machine HERE = Machine.local("here");
    private static final List<String> TOOLS =
            List.of("ip", "bridge", "nft", "dnsmasq", "flock", "nsenter", "unshare", "busybox");
    private static final String LIFE = """
            mount -t sysfs sysfs /sys
            mount -t tmpfs tmpfs /run
            mount -t tmpfs tmpfs /var/lib
            ip link set lo up
            echo ready
            exec sleep infinity""";

    private final Process life;

    /// Why there can be no such host here; empty where there can.
    static String missing() {
        var absent = TOOLS.stream()
                .filter(tool -> Stream.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/")
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder + tool))))
                .toList();
        return !absent.isEmpty()
                ? "LEFT OUT: hosts need " + absent
                        + ": apt-get install -y iproute2 nftables dnsmasq-base util-linux busybox"
                : System.getProperty("user.name").equals("root") ? "" : "LEFT OUT: hosts need root: run as root";
    }

    LightHost() {
        try {
            life = new ProcessBuilder("unshare", "--net", "--mount", "--propagation", "private", "sh", "-euc", LIFE)
                    .redirectErrorStream(true)
                    .start();
            var first = life.inputReader().readLine();
            if (!"ready".equals(first)) {
                throw new IllegalStateException("no host: " + first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A cable between an interface of this host and one of the same name of another one.
    void cable(String name, LightHost other) {
        var made = LOCAL.run(
                HERE,
                Command.sh("ip link add name $1 netns $2 type veth peer name $1 netns $3", name, pid(), other.pid()));
        assertThat(made.ok()).as(made.complaint()).isTrue();
        sh("ip link set dev $1 up", name);
        other.sh("ip link set dev $1 up", name);
    }

    CommandResult run(Command command) {
        var argv = new ArrayList<>(List.of("nsenter", "--target", pid(), "--net", "--mount"));
        argv.addAll(command.argv());
        return LOCAL.run(HERE, new Command(argv, command.input(), command.timeout(), command.outputLimit()));
    }

    /// Runs a script that must go well; returns what it said.
    String sh(String script, String... arguments) {
        var result = run(Command.sh(script, arguments).within(Duration.ofSeconds(30)));
        assertThat(result.ok()).as(script + "\n" + result.complaint()).isTrue();
        return result.stdout();
    }

    boolean can(String script, String... arguments) {
        return run(Command.sh(script, arguments).within(Duration.ofSeconds(30))).ok();
    }

    private String pid() {
        return Long.toString(life.pid());
    }

    @Override
    public void close() {
        run(Command.sh("for file in /run/cumulet/network/*.pid; do [ ! -s $file ] || kill $(cat $file) || true; done"));
        life.destroyForcibly();
    }
}
