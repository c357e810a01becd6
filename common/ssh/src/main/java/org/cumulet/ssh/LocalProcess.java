package org.cumulet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One command under way on this machine.
final class LocalProcess {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Process process;
    private final Deadline deadline;
    private final Listener stdout;
    private final Listener stderr;
    private final List<Thread> talk;
    private final long started = System.nanoTime();

    private LocalProcess(Process process, Command command) {
        this.process = process;
        this.deadline = Deadline.of(command);
        this.stdout = new Listener(command.outputLimit(), process::destroy);
        this.stderr = new Listener(command.outputLimit(), process::destroy);
        this.talk = List.of(
                Thread.startVirtualThread(() -> listen(process.getInputStream(), stdout)),
                Thread.startVirtualThread(() -> listen(process.getErrorStream(), stderr)),
                Thread.startVirtualThread(() -> tell(command.input())));
    }

    static LocalProcess start(Command command) throws IOException {
        var argv = Deadline.of(command).wrap(command.argv());
        return new LocalProcess(new ProcessBuilder(argv).start(), command);
    }

    CommandResult finish() throws InterruptedException {
        var inTime = process.waitFor(deadline.patience().toMillis(), TimeUnit.MILLISECONDS);
        if (!inTime) {
            kill();
        }
        var took = Duration.ofNanos(System.nanoTime() - started);
        hearLastWords();
        return new CommandResult(
                exit(inTime, took), stdout.text(), stderr.text(), stdout.truncated(), stderr.truncated(), took);
    }

    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Exit exit(boolean inTime, Duration took) {
        if (stdout.flooded() || stderr.flooded()) {
            return new Exit.CutOff(stdout.heard() + stderr.heard());
        }
        return inTime ? deadline.shellExit(process.exitValue(), took) : new Exit.TimedOut(deadline.timeout());
    }

    /// Something the command left running may hold on to its outputs: we do not wait for that.
    private void hearLastWords() throws InterruptedException {
        for (var thread : talk) {
            thread.join(LAST_WORDS);
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        closeQuietly(process.getInputStream());
        closeQuietly(process.getErrorStream());
    }

    private void tell(String input) {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the command may well end without having read everything
        }
    }

    private static void listen(InputStream said, Listener listener) {
        try {
            said.transferTo(listener);
        } catch (IOException e) {
            // closed under us: whatever came until now is what it said
        }
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // nothing more is read from it
        }
    }
}
