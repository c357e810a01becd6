package org.cumulet.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

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

    /// Whether it ended within the time. (`onExit` would do, but looks at processes of others only every few hundred
    /// milliseconds.)
    boolean gone(Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (process.isAlive()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }
}
