package org.cumulet.ssh;

import org.jspecify.annotations.Nullable;

/// Why something could not be done on a machine.
public abstract sealed class MachineFault extends RuntimeException {

    private final transient Machine machine;

    private MachineFault(Machine machine, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.machine = machine;
    }

    public Machine machine() {
        return machine;
    }

    /// No connection could be made: nothing was done.
    public static final class Unreachable extends MachineFault {
        public Unreachable(Machine machine, String why, @Nullable Throwable cause) {
            super(machine, "%s cannot be reached: %s".formatted(machine, why), cause);
        }
    }

    /// The machine shows another host key than the pinned one: it may be another machine. Nothing was done.
    public static final class HostKeyChanged extends MachineFault {

        private final String offered;

        public HostKeyChanged(Machine machine, String offered) {
            super(
                    machine,
                    "%s shows the host key %s, but %s is pinned; connection refused"
                            .formatted(machine, offered, machine.hostKey()),
                    null);
            this.offered = offered;
        }

        public String offered() {
            return offered;
        }
    }

    /// The machine does not let us in: nothing was done.
    public static final class LoginRefused extends MachineFault {
        public LoginRefused(Machine machine, String why, @Nullable Throwable cause) {
            super(machine, "%s refuses the login: %s".formatted(machine, why), cause);
        }
    }

    /// The connection broke while something was under way: whether it was done is not known.
    public static final class Lost extends MachineFault {
        public Lost(Machine machine, String why, @Nullable Throwable cause) {
            super(machine, "the connection to %s was lost: %s".formatted(machine, why), cause);
        }
    }

    /// A command ran and failed.
    public static final class CommandFailed extends MachineFault {

        private final transient CommandResult result;

        public CommandFailed(Machine machine, String what, CommandResult result) {
            super(machine, "%s failed on %s: %s".formatted(what, machine, result.complaint()), null);
            this.result = result;
        }

        public CommandResult result() {
            return result;
        }
    }

    /// A file could not be moved. Nothing is left behind.
    public static final class TransferFailed extends MachineFault {
        public TransferFailed(Machine machine, String path, String why, @Nullable Throwable cause) {
            super(machine, "%s on %s: %s".formatted(path, machine, why), cause);
        }
    }
}
