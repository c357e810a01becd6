package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against Debian's sshd.
class SshRunnerTest implements CommandsOnAMachine {

    @TempDir
    static Path folder;

    private static RealSshd sshd;
    private static CommandRunner runner;

    @BeforeAll
    static void start() {
        sshd = RealSshd.start(folder, SshKeys.ensure(keyFile()));
        runner = CommandRunners.open(SshSettings.of(keyFile()));
    }

    private static Path keyFile() {
        return folder.resolve("cloud_key");
    }

    @AfterAll
    static void stop() {
        if (sshd != null) {
            runner.close();
            sshd.close();
        }
    }

    @Override
    public CommandRunner runner() {
        return runner;
    }

    @Override
    public Machine machine() {
        return sshd.machine();
    }

    /// The process that serves a connection is the parent of all commands in it.
    private static String servedBy(CommandRunner runner) {
        return runner.run(sshd.machine(), Command.sh("ps -o ppid= -p $PPID"))
                .stdout()
                .strip();
    }

    @Nested
    class AConnection {
        @Test
        void isSharedByCommands() {
            assertThat(servedBy(runner)).isEqualTo(servedBy(runner));
        }

        @Test
        void isOpenedAnewWhenItBroke() throws IOException {
            var before = servedBy(runner);
            sshd.restart();

            assertThat(servedBy(runner)).isNotEqualTo(before);
        }

        @Test
        void isClosedWhenNobodyUsesIt() {
            var settings = SshSettings.of(keyFile()).withIdleAfter(Duration.ofMillis(200));
            try (var impatient = CommandRunners.open(settings)) {
                var process = servedBy(impatient);

                Awaitility.await()
                        .until(() -> ProcessHandle.of(Long.parseLong(process)).isEmpty());
                assertThat(servedBy(impatient)).isNotEqualTo(process);
            }
        }

        @Test
        void carriesManyCommandsAtOnceButNoMoreThanTheMachineBears() throws Exception {
            runManyAtOnce(machine());
        }

        @Test
        void isNotAskedForMoreChannelsThanTheMachineAllows(@TempDir Path place) throws Exception {
            try (var strict = RealSshd.start(place, SshKeys.read(keyFile()), "MaxSessions 2")) {
                runManyAtOnce(strict.machine());
            }
        }

        @Test
        void thatAllowsNothingIsSaidToBeSo(@TempDir Path place) {
            var settings = SshSettings.of(keyFile()).withConnectTimeout(Duration.ofSeconds(2));
            try (var closed = RealSshd.start(place, SshKeys.read(keyFile()), "MaxSessions 0");
                    var client = CommandRunners.open(settings)) {
                assertThatThrownBy(() -> client.run(closed.machine(), Command.of("true")))
                        .isInstanceOf(MachineFault.Unreachable.class)
                        .hasMessageContaining("it opens no channel");
            }
        }

        private static void runManyAtOnce(Machine machine) throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var results = IntStream.range(0, 40)
                        .mapToObj(i -> threads.submit(() -> runner.run(machine, Command.of("echo", "" + i))))
                        .toList();
                for (int i = 0; i < 40; i++) {
                    assertThat(results.get(i).get().stdout()).isEqualTo(i + "\n");
                }
            }
        }

        @Test
        void thatFallsSilentIsGivenUp(@TempDir Path place) throws Exception {
            var begun = place.resolve("begun");
            var settings = SshSettings.of(keyFile()).withKeepAlive(Duration.ofMillis(200));
            try (var watchful = CommandRunners.open(settings);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var process = servedBy(watchful);
                var running = threads.submit(
                        () -> watchful.run(machine(), Command.sh("touch $1; sleep 15", begun.toString())));
                Awaitility.await().until(() -> Files.exists(begun));
                RealSshd.run("kill", "-STOP", process);

                assertThatThrownBy(() -> running.get(12, TimeUnit.SECONDS)).hasCauseInstanceOf(MachineFault.Lost.class);
                RealSshd.run("kill", "-KILL", process);
            }
        }

        @Test
        void thatBreaksMidwayIsSaidToBeLost() {
            assertThatThrownBy(
                            () -> runner.run(machine(), Command.sh("kill -9 $(ps -o ppid= -p $PPID) $PPID; sleep 5")))
                    .isInstanceOf(MachineFault.Lost.class);
        }
    }

    @Nested
    class TheHostKey {
        @ParameterizedTest
        @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
        void mayBeAnyThatTheMachineHas(String type) {
            var machine = sshd.machine(sshd.fingerprint(type));

            assertThat(runner.run(machine, Command.of("true")).ok()).isTrue();
        }

        @Test
        void thatIsAnotherIsRefusedWithBothFingerprints() {
            var pinned = "SHA256:" + "A".repeat(43);

            assertThatThrownBy(() -> runner.run(sshd.machine(pinned), Command.of("true")))
                    .isInstanceOf(MachineFault.HostKeyChanged.class)
                    .hasMessageContaining(pinned)
                    .hasMessageContaining(sshd.fingerprint("ed25519"));
        }

        @Test
        void canBeAskedForWithoutBeingBelieved() throws IOException {
            try (var hostKeys = HostKeys.open(Duration.ofSeconds(10))) {
                var key = hostKeys.fetch("127.0.0.1", sshd.port());

                assertThat(key.fingerprint()).isEqualTo(sshd.fingerprint("ed25519"));
                assertThat(key.line()).startsWith(key.type() + " AAAA");
                assertThat(runner.run(sshd.machine(key.fingerprint()), Command.of("true"))
                                .ok())
                        .isTrue();
            }
        }
    }

    @Nested
    class ALogin {
        @Test
        void withAnotherKeyIsRefused() {
            try (var stranger = CommandRunners.open(SshSettings.of(folder.resolve("strange_key")))) {
                assertThatThrownBy(() -> stranger.run(machine(), Command.of("true")))
                        .isInstanceOf(MachineFault.LoginRefused.class);
            }
        }

        @Test
        void withAKeyThatOpensshMadeWorks(@TempDir Path other) {
            RealSshd.run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    other.resolve("key").toString());
            try (var server = RealSshd.start(other, SshKeys.read(other.resolve("key")));
                    var client = CommandRunners.open(SshSettings.of(other.resolve("key")))) {
                assertThat(client.run(server.machine(), Command.of("true")).ok())
                        .isTrue();
            }
        }
    }

    @Test
    void aClosedClientLeavesNoThreads() {
        var before = threads();
        try (var another = CommandRunners.open(SshSettings.of(keyFile()))) {
            another.run(machine(), Command.of("true"));
        }
        Awaitility.await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().toLowerCase(Locale.ROOT).contains("ssh"))
                .map(thread -> thread.threadId() + " " + thread.getName())
                .collect(Collectors.toSet());
    }
}
