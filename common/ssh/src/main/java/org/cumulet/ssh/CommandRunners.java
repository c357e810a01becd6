package org.cumulet.ssh;

import java.io.InputStream;
import java.io.OutputStream;

/// The ways to run commands.
public final class CommandRunners {

    private CommandRunners() {}

    /// On machines reached over SSH and on this machine, whichever a machine is.
    public static CommandRunner open(SshSettings settings) {
        return new ByKind(new SshRunner(settings), new LocalRunner());
    }

    /// On this machine.
    public static CommandRunner local() {
        return new LocalRunner();
    }

    private record ByKind(CommandRunner ssh, CommandRunner local) implements CommandRunner {

        @Override
        public CommandResult run(Machine machine, Command command) {
            return on(machine).run(machine, command);
        }

        @Override
        public void upload(Machine machine, InputStream bytes, long size, String path, int mode) {
            on(machine).upload(machine, bytes, size, path, mode);
        }

        @Override
        public void download(Machine machine, String path, OutputStream bytes, long limit) {
            on(machine).download(machine, path, bytes, limit);
        }

        private CommandRunner on(Machine machine) {
            return switch (machine.kind()) {
                case SSH -> ssh;
                case LOCAL -> local;
                case SIMULATED ->
                    throw new IllegalArgumentException("%s is simulated and runs no commands".formatted(machine));
            };
        }

        @Override
        public void close() {
            ssh.close();
            local.close();
        }
    }
}
