package org.cumulet.ssh;

import java.time.Duration;

/// How a command ended.
public sealed interface Exit {

    /// It ended by itself.
    record Status(int code) implements Exit {}

    /// It was killed by a signal, named without its `SIG`.
    record Signal(String name) implements Exit {}

    /// It was killed because its time was up.
    record TimedOut(Duration after) implements Exit {}

    /// It was cut off because it would not stop talking.
    record CutOff(long bytes) implements Exit {}

    default String sentence() {
        return switch (this) {
            case Status(int code) -> "exit status %d".formatted(code);
            case Signal(String name) -> "killed by signal %s".formatted(name);
            case TimedOut(Duration after) ->
                "still running after %d s and therefore killed".formatted(after.toSeconds());
            case CutOff(long bytes) -> "cut off after %d bytes of output".formatted(bytes);
        };
    }
}
