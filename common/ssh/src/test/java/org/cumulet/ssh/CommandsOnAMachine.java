package org.cumulet.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for commands and files on any machine, however it is reached.
interface CommandsOnAMachine {

    CommandRunner runner();

    Machine machine();

    private CommandResult run(Command command) {
        return runner().run(machine(), command);
    }

    @Test
    default void aCommandSaysWhatItHasToSay() {
        var result = run(Command.sh("echo out; echo err >&2"));

        assertThat(result.ok()).isTrue();
        assertThat(result.stdout()).isEqualTo("out\n");
        assertThat(result.stderr()).isEqualTo("err\n");
        assertThat(result.stdoutTruncated()).isFalse();
    }

    @Test
    default void argumentsArriveUntouched() {
        var result = run(Command.of("printf", "<%s>", "a b", "$(id)", "it's", "", "two\nlines"));

        assertThat(result.stdout()).isEqualTo("<a b><$(id)><it's><><two\nlines>");
    }

    @Test
    default void aScriptGetsItsValuesAsArguments() {
        var result = run(Command.bash("echo \"$1-$2\"", "$(touch /tmp/owned)", "'"));

        assertThat(result.stdout()).isEqualTo("$(touch /tmp/owned)-'\n");
    }

    @Test
    default void aScriptStopsAtItsFirstFailure() {
        var result = run(Command.sh("echo before; false; echo after"));

        assertThat(result.exit()).isEqualTo(new Exit.Status(1));
        assertThat(result.stdout()).isEqualTo("before\n");
    }

    @Test
    default void inputReachesTheCommand() {
        assertThat(run(Command.of("wc", "-c").withInput("x".repeat(300_000)))
                        .stdout()
                        .strip())
                .isEqualTo("300000");
    }

    @Test
    default void inputMayGoUnread() {
        assertThat(run(Command.of("true").withInput("x".repeat(300_000))).ok()).isTrue();
    }

    @Test
    default void aStatusIsToldApartFromASignal() {
        assertThat(run(Command.sh("exit 7")).exit()).isEqualTo(new Exit.Status(7));
        assertThat(run(Command.sh("kill -9 $$")).exit()).isEqualTo(new Exit.Signal("KILL"));
        assertThat(run(Command.sh("kill -TERM $$")).exit()).isEqualTo(new Exit.Signal("TERM"));
    }

    @Test
    default void aProgramThatIsNotThereIsAStatus() {
        assertThat(run(Command.of("no-such-program")).exit()).isEqualTo(new Exit.Status(127));
    }

    @Test
    default void aCommandIsKilledWhenItsTimeIsUp() {
        var enoughToStart = Duration.ofSeconds(3);
        var result = run(Command.sh("echo started; sleep 60").within(enoughToStart));

        assertThat(result.exit()).isEqualTo(new Exit.TimedOut(enoughToStart));
        assertThat(result.stdout()).isEqualTo("started\n");
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    default void aCommandThatIgnoresTheEndIsKilledForGood() {
        var result = run(
                Command.sh("trap '' TERM; for i in $(seq 60); do sleep 1; done").within(Duration.ofMillis(300)));

        assertThat(result.exit()).isEqualTo(new Exit.TimedOut(Duration.ofMillis(300)));
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    default void outputIsKeptUpToItsLimit() {
        var result = run(
                Command.sh("head -c 5000 /dev/zero | tr '\\0' x; echo y >&2").withOutputLimit(1000));

        assertThat(result.ok()).isTrue();
        assertThat(result.stdout()).isEqualTo("x".repeat(1000));
        assertThat(result.stdoutTruncated()).isTrue();
        assertThat(result.stderrTruncated()).isFalse();
    }

    @Test
    default void aCommandThatNeverStopsTalkingIsCutOff() {
        var result = run(Command.of("yes").withOutputLimit(1000));

        assertThat(result.exit()).isInstanceOf(Exit.CutOff.class);
        assertThat(result.stdout()).hasSize(1000);
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    default void whatIsLeftRunningInTheBackgroundKeepsNobodyWaiting() {
        var result = run(Command.sh("sleep 60 & echo gone"));

        assertThat(result.stdout()).isEqualTo("gone\n");
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    default void aFailureExplainsItself() {
        assertThatThrownBy(() -> run(Command.sh("echo 'no room' >&2; exit 3")).orThrow(machine(), "making room"))
                .isInstanceOf(MachineFault.CommandFailed.class)
                .hasMessageContaining("making room failed on ")
                .hasMessageEndingWith("exit status 3: no room");
    }

    @Test
    default void aFileArrivesWholeAndWithItsPermissions(@TempDir Path folder) throws IOException {
        var bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        var file = folder.resolve("a file's name");

        runner().upload(machine(), new ByteArrayInputStream(bytes), bytes.length, file.toString(), 0640);

        assertThat(file).hasBinaryContent(bytes);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    default void aFileReplacesTheOneBefore(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "old");

        runner().upload(
                        machine(),
                        new ByteArrayInputStream("new".getBytes(StandardCharsets.UTF_8)),
                        -1,
                        file.toString(),
                        0600);

        assertThat(file).hasContent("new");
    }

    @Test
    default void aFileThatComesShortLeavesNothing(@TempDir Path folder) {
        var three = new ByteArrayInputStream(new byte[3]);

        assertThatThrownBy(() -> runner().upload(
                                machine(), three, 4, folder.resolve("file").toString(), 0600))
                .isInstanceOf(MachineFault.TransferFailed.class)
                .hasMessageContaining("4 bytes were announced and 3 came");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    default void aFileThatIsTooLongLeavesNothing(@TempDir Path folder) {
        var three = new ByteArrayInputStream(new byte[3]);

        assertThatThrownBy(() -> runner().upload(
                                machine(), three, 2, folder.resolve("file").toString(), 0600))
                .isInstanceOf(MachineFault.TransferFailed.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    default void aSourceThatBreaksLeavesNothing(@TempDir Path folder) {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("the source broke");
                }
                left--;
                return 1;
            }
        };

        assertThatThrownBy(() -> runner().upload(
                                machine(), broken, -1, folder.resolve("file").toString(), 0600))
                .isInstanceOf(MachineFault.TransferFailed.class)
                .hasMessageContaining("the source broke");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    default void aFolderThatIsNotThereIsAFault(@TempDir Path folder) {
        var file = folder.resolve("none/file").toString();

        assertThatThrownBy(() -> runner().upload(machine(), InputStream.nullInputStream(), 0, file, 0600))
                .isInstanceOf(MachineFault.TransferFailed.class);
    }

    @Test
    default void aFileComesBack(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[100_000]);
        var copy = new ByteArrayOutputStream();

        runner().download(machine(), file.toString(), copy, 100_000);

        assertThat(copy.size()).isEqualTo(100_000);
    }

    @Test
    default void aFileBeyondTheLimitIsRefused(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[100_001]).toString();
        var copy = new ByteArrayOutputStream();

        assertThatThrownBy(() -> runner().download(machine(), file, copy, 100_000))
                .isInstanceOf(MachineFault.TransferFailed.class)
                .hasMessageContaining("longer than 100000 bytes");
    }

    @Test
    default void aPathIsAbsolute() {
        assertThatThrownBy(() -> runner().download(machine(), "file", new ByteArrayOutputStream(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
