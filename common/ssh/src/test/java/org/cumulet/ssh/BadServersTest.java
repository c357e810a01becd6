package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines that misbehave.
class BadServersTest {

    private static final String FINGERPRINT = "SHA256:" + "A".repeat(43);
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private CommandRunner runner;

    @BeforeEach
    void open() {
        runner = CommandRunners.open(SshSettings.of(folder.resolve("key")).withConnectTimeout(SOON));
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private Machine at(int port, String fingerprint) {
        return Machine.ssh("bad", "127.0.0.1", port, "root", fingerprint);
    }

    /// A server that takes connections and does nothing but this with them.
    private static final class Rude implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        private final Semaphore taken = new Semaphore(0);

        private Rude(Manner manner) throws IOException {
            Thread.startVirtualThread(() -> {
                while (!socket.isClosed()) {
                    try {
                        var connection = socket.accept();
                        taken.release();
                        Thread.startVirtualThread(() -> {
                            try (connection) {
                                manner.show(connection.getOutputStream());
                                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                            } catch (IOException e) {
                                // they have hung up on us
                            }
                        });
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        private int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private interface Manner {
        void show(OutputStream out) throws IOException;
    }

    @Nested
    class BeforeTheLogin {
        @Test
        void nobodyListens() throws IOException {
            var machine = at(RealSshd.freePort(), FINGERPRINT);

            assertThatThrownBy(() -> runner.run(machine, Command.of("true")))
                    .isInstanceOf(MachineFault.Unreachable.class)
                    .hasMessageContaining("refused");
        }

        @Test
        void aNameIsNotKnown() {
            var machine = Machine.ssh("bad", "no-such-host.invalid", 22, "root", FINGERPRINT);

            assertThatThrownBy(() -> runner.run(machine, Command.of("true")))
                    .isInstanceOf(MachineFault.Unreachable.class);
        }

        @Test
        void silenceEndsSoonForAllWhoWait() throws Exception {
            try (var silent = new Rude(out -> {});
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var machine = at(silent.port(), FINGERPRINT);
                var started = System.nanoTime();

                var waiting = IntStream.range(0, 8)
                        .mapToObj(i -> threads.submit(() -> runner.run(machine, Command.of("true"))))
                        .toList();

                for (var one : waiting) {
                    assertThatThrownBy(one::get).hasCauseInstanceOf(MachineFault.Unreachable.class);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(7));
            }
        }

        @Test
        void aFloodOfBannersIsCutShort() throws IOException {
            var line = "Welcome to this machine, authorized users only\r\n".getBytes(StandardCharsets.US_ASCII);
            try (var flood = new Rude(out -> {
                while (true) {
                    out.write(line);
                }
            })) {
                assertThatThrownBy(() -> runner.run(at(flood.port(), FINGERPRINT), Command.of("true")))
                        .isInstanceOf(MachineFault.Unreachable.class);
            }
        }

        @Test
        void aHostKeyThatIsAskedForMayNeverCome() throws IOException {
            try (var silent = new Rude(out -> {});
                    var hostKeys = HostKeys.open(SOON)) {
                assertThatThrownBy(() -> hostKeys.fetch("127.0.0.1", silent.port()))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Nested
    class AfterTheLogin {

        private SshServer server;

        @BeforeEach
        void start() throws IOException {
            runner.close();
            runner = CommandRunners.open(SshSettings.of(folder.resolve("key")));
            server = serve("first", 0);
        }

        private SshServer serve(String hostKey, int port) throws IOException {
            JdkCrypto.use();
            var sshd = SshServer.setUpDefaultServer();
            sshd.setHost("127.0.0.1");
            sshd.setPort(port);
            var keys = new SimpleGeneratorHostKeyProvider(folder.resolve(hostKey));
            keys.setAlgorithm("EC");
            keys.setKeySize(256);
            sshd.setKeyPairProvider(keys);
            sshd.setPublickeyAuthenticator((user, key, session) -> true);
            sshd.setCommandFactory(
                    (channel, line) -> new ProcessShellFactory(line, "sh", "-c", line).createShell(channel));
            sshd.start();
            return sshd;
        }

        private Machine machine() throws IOException {
            try (var hostKeys = HostKeys.open(Duration.ofSeconds(5))) {
                return at(
                        server.getPort(),
                        hostKeys.fetch("127.0.0.1", server.getPort()).fingerprint());
            }
        }

        @AfterEach
        void stop() throws IOException {
            server.stop(true);
        }

        @Test
        void aMachineThatComesBackWithAnotherHostKeyIsRefused() throws IOException {
            var machine = machine();
            assertThat(runner.run(machine, Command.of("true")).ok()).isTrue();
            var port = server.getPort();
            server.stop(true);
            server = serve("second", port);

            assertThatThrownBy(() -> runner.run(machine, Command.of("true")))
                    .isInstanceOf(MachineFault.HostKeyChanged.class)
                    .hasMessageContaining(machine.hostKey())
                    .hasMessageContaining(machine().hostKey());
        }

        @Test
        void aConnectionThatIsDroppedMidwayIsLost() throws Exception {
            var hanging = new Hanging();
            server.setCommandFactory((channel, command) -> hanging);
            var machine = machine();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var running = threads.submit(() -> runner.run(machine, Command.of("true")));
                hanging.begun.await();
                server.getActiveSessions().forEach(session -> session.close(true));

                assertThatThrownBy(running::get).hasCauseInstanceOf(MachineFault.Lost.class);
            }
        }

        @Test
        void aMachineThatDoesNotKeepTimeIsNotWaitedFor() throws IOException {
            server.setCommandFactory((channel, command) -> new Hanging());
            var started = System.nanoTime();

            var result = runner.run(machine(), Command.of("true").within(Duration.ofMillis(100)));

            assertThat(result.exit()).isEqualTo(new Exit.TimedOut(Duration.ofMillis(100)));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
        }
    }

    /// A command that neither says anything nor ends.
    private static final class Hanging implements org.apache.sshd.server.command.Command {

        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public void setExitCallback(ExitCallback callback) {}

        @Override
        public void setErrorStream(OutputStream err) {}

        @Override
        public void setInputStream(InputStream in) {}

        @Override
        public void setOutputStream(OutputStream out) {}

        @Override
        public void start(ChannelSession channel, Environment environment) {
            begun.countDown();
        }

        @Override
        public void destroy(ChannelSession channel) {}
    }
}
