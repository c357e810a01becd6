package org.cumulet.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A child process that goes when we go, even when we are killed: a small shell holds our pipe and stops it when the
/// pipe ends.
public final class Leash {

    /// The reader signals only as long as its shell stands, and a child of that is not reaped unseen: the number is
    /// never somebody else's.
    private static final String HOLD = """
            signal=$1; shift
            exec 3<&0
            "$@" >&2 </dev/null 3<&- &
            child=$!
            { read -r _ <&3; kill -0 $$ && kill -s "$signal" "$child"; } >/dev/null 2>&1 &
            reader=$!
            echo "$child"
            exec 3<&- >&-
            wait "$child"
            status=$?
            kill "$reader"
            exit "$status"
            """;

    private final Process shell;
    private final ProcessHandle child;

    private Leash(Process shell, ProcessHandle child) {
        this.shell = shell;
        this.child = child;
    }

    /// Starts the command under our own account.
    public static Leash on(List<String> command, Stop stop, Path log) {
        return on(command, stop, line -> line, log);
    }

    /// Starts the command in a session of its own, so that a Ctrl-C meant for us does not reach it before we are ready.
    ///
    /// @param account how the account it runs under starts a command
    static Leash on(List<String> command, Stop stop, UnaryOperator<List<String>> account, Path log) {
        var held = new ArrayList<>(List.of("sh", "-c", HOLD, "leash", stop.signal));
        held.addAll(command);
        var line = new ArrayList<>(List.of("setsid"));
        line.addAll(account.apply(held));
        var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.directory(log.toAbsolutePath().getRoot().toFile());
        try {
            var shell = builder.start();
            return new Leash(shell, childOf(shell, command, log));
        } catch (IOException e) {
            throw new EmbeddedException("Cannot start %s: %s.".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    @SuppressWarnings("StreamResourceLeak") // the stream lives as long as the process
    private static ProcessHandle childOf(Process shell, List<String> command, Path log) throws IOException {
        BufferedReader out = shell.inputReader();
        var pid = out.readLine();
        if (pid == null) {
            throw new EmbeddedException("%s did not start; see %s.".formatted(command.getFirst(), log));
        }
        return ProcessHandle.of(Long.parseLong(pid)).orElseGet(shell::toHandle);
    }

    public ProcessHandle child() {
        return child;
    }

    /// Done when the child has ended, wanted or not.
    public CompletableFuture<Process> ended() {
        return shell.onExit();
    }

    /// Asks the child to stop and waits; what has not stopped by then is ended.
    public void letGo(Duration patience) {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.flush();
        } catch (IOException _) {
            // the shell has gone already, and with it its child
        }
        try {
            if (!shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly();
                shell.waitFor();
            }
        } catch (InterruptedException _) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// How a child is asked to stop.
    public enum Stop {
        /// PostgreSQL's "fast": ends sessions, writes a checkpoint.
        INTERRUPT("INT"),
        TERMINATE("TERM");

        private final String signal;

        Stop(String signal) {
            this.signal = signal;
        }
    }
}
