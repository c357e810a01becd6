package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server left over from a life that ended without warning.
record Orphan(ProcessHandle process) {

    /// The process whose number the file begins with, if it really works on the given path. Numbers are given anew, so
    /// the number alone proves nothing.
    static Optional<Orphan> of(Path pidFile, Path worksOn) {
        return number(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(process -> mentions(process, worksOn) || worksIn(process, worksOn))
                .map(Orphan::new);
    }

    private static Optional<Long> number(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean mentions(ProcessHandle process, Path path) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(path.toString());
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean worksIn(ProcessHandle process, Path path) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(path);
        } catch (IOException _) {
            return false;
        }
    }

    /// Asks it to stop, and ends it if it does not listen.
    void stop(Duration patience) {
        process.destroy();
        if (!gone(patience)) {
            process.destroyForcibly();
            gone(patience);
        }
    }

    /// Whether it ended within the time.
    boolean gone(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedException("Interrupted while an old server was stopping.", e);
        }
    }
}
