package org.cumulet.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Something to run on a machine: arguments, never a shell line. Values go in as arguments of their own, so that
/// nothing is ever read as shell.
///
/// @param input what the command reads from its standard input
/// @param timeout when it is killed on the machine
/// @param outputLimit how many bytes of each of its two outputs are kept
public record Command(List<String> argv, String input, Duration timeout, int outputLimit) {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int A_MEGABYTE = 1 << 20;

    public Command {
        argv = List.copyOf(argv);
        if (argv.isEmpty() || argv.getFirst().isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        if (argv.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("an argument cannot hold a NUL");
        }
        if (!timeout.isPositive() || outputLimit < 1) {
            throw new IllegalArgumentException("a command needs a timeout and room for its output");
        }
    }

    public static Command of(String... argv) {
        return new Command(List.of(argv), "", A_MINUTE, A_MEGABYTE);
    }

    /// A script for `sh`, stopped by the first failure and by unset variables; the arguments are its `$1`, `$2`, …
    public static Command sh(String script, String... arguments) {
        return script(script, List.of("sh", "-eu", "-s", "--"), arguments);
    }

    /// A script for `bash`, stopped by the first failure (also within a pipe) and by unset variables.
    public static Command bash(String script, String... arguments) {
        return script(script, List.of("bash", "-eu", "-o", "pipefail", "-s", "--"), arguments);
    }

    private static Command script(String script, List<String> shell, String... arguments) {
        var argv = new ArrayList<>(shell);
        argv.addAll(List.of(arguments));
        return new Command(argv, script, A_MINUTE, A_MEGABYTE);
    }

    public Command withInput(String text) {
        return new Command(argv, text, timeout, outputLimit);
    }

    public Command within(Duration time) {
        return new Command(argv, input, time, outputLimit);
    }

    public Command withOutputLimit(int bytes) {
        return new Command(argv, input, timeout, bytes);
    }
}
