package org.cumulet.ssh;

import java.time.Duration;

/// How a command ended and what it said.
///
/// @param stdoutTruncated the command said more than was asked for; the rest was dropped
public record CommandResult(
        Exit exit, String stdout, String stderr, boolean stdoutTruncated, boolean stderrTruncated, Duration duration) {

    /// What a command that went well said.
    public static CommandResult said(String stdout) {
        return new CommandResult(new Exit.Status(0), stdout, "", false, false, Duration.ZERO);
    }

    /// What a command that failed complained about.
    public static CommandResult failed(int status, String stderr) {
        return new CommandResult(new Exit.Status(status), "", stderr, false, false, Duration.ZERO);
    }

    public boolean ok() {
        return exit instanceof Exit.Status(int code) && code == 0;
    }

    /// The result itself where the command went well.
    public CommandResult orThrow(Machine machine, String what) {
        if (!ok()) {
            throw new MachineFault.CommandFailed(machine, what, this);
        }
        return this;
    }

    /// The last words of the command: what it complained about, or how it ended.
    public String complaint() {
        var text = stderr.isBlank() ? stdout : stderr;
        var last = text.strip();
        var words = last.substring(Math.max(0, last.length() - 500));
        return words.isEmpty() ? exit.sentence() : "%s: %s".formatted(exit.sentence(), words);
    }
}
