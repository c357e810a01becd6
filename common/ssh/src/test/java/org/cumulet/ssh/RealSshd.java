package org.cumulet.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// Debian's own sshd as an ordinary process on a loopback port, with host keys and a configuration of its own.
public final class RealSshd implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final int port;
    private Process process;

    private RealSshd(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        start();
    }

    /// Leaves the test out, saying so, where there is no sshd.
    public static RealSshd start(Path folder, SshKeys authorized, String... moreConfiguration) {
        assumeTrue(Files.isExecutable(PROGRAM), "LEFT OUT: SSH against a real sshd: apt-get install openssh-server");
        try {
            if (System.getProperty("user.name").equals("root")) {
                Files.createDirectories(Path.of("/run/sshd"));
            }
            var port = freePort();
            for (var type : List.of("ed25519", "ecdsa", "rsa")) {
                run(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        type,
                        "-N",
                        "",
                        "-f",
                        hostKey(folder, type).toString());
            }
            Files.writeString(folder.resolve("authorized_keys"), authorized.publicLine() + "\n");
            Files.writeString(folder.resolve("config"), configuration(folder, port, moreConfiguration));
            return new RealSshd(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Path folder, int port, String... more) {
        return """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                HostKey %s
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin yes
                Subsystem sftp internal-sftp
                # a login shell reads the start files of its home, and this machine's own may do anything
                SetEnv HOME=%s
                %s
                """.formatted(
                        port,
                        hostKey(folder, "ed25519"),
                        hostKey(folder, "ecdsa"),
                        hostKey(folder, "rsa"),
                        folder.resolve("authorized_keys"),
                        folder,
                        String.join("\n", more));
    }

    private static Path hostKey(Path folder, String type) {
        return folder.resolve("host_" + type);
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("config").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::listens);
    }

    private boolean listens() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public Machine machine() {
        return machine(fingerprint("ed25519"));
    }

    public Machine machine(String fingerprint) {
        return Machine.ssh("real", "127.0.0.1", port, System.getProperty("user.name"), fingerprint);
    }

    /// As `ssh-keygen` says it.
    public String fingerprint(String type) {
        return run("ssh-keygen", "-l", "-f", hostKey(folder, type) + ".pub").split(" ")[1];
    }

    /// The server goes away together with everything that goes on in it, and comes back.
    public void restart() throws IOException {
        close();
        start();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static String run(String... command) {
        var result = CommandRunners.local().run(Machine.local("here"), Command.of(command));
        return result.orThrow(Machine.local("here"), command[0]).stdout();
    }
}
