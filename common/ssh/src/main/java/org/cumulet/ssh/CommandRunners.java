package org.cumulet.ssh;

/// The ways to run commands.
public final class CommandRunners {

    private CommandRunners() {}

    /// On this machine.
    public static CommandRunner local() {
        return new LocalRunner();
    }
}
