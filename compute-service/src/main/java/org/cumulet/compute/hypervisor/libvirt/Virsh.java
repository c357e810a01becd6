package org.cumulet.compute.hypervisor.libvirt;

import java.time.Duration;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.cumulet.ssh.Command;
import org.cumulet.ssh.CommandRunner;
import org.cumulet.ssh.Exit;
import org.cumulet.ssh.MachineFault;

/// Runs scripts with virsh on a host, one round trip each, and says of what failed whether it may pass.
final class Virsh {

    /// What a script ends with when libvirt itself does not answer.
    private static final int LIBVIRT_AWAY = 75;

    /// `alone`: a guest is changed by one script at a time, also when whoever began the other has gone away.
    private static final String PREFACE = """
            virsh() { command virsh -q -c qemu:///system "$@"; }
            virsh uri >/dev/null || exit 75
            alone() { exec 9>"/run/lock/cumulet-$1.lock"; flock -w 90 9; }
            exists() { names=$(virsh list --all --name); printf '%s\\n' "$names" | grep -Fqx -e "$1"; }
            """;

    private final CommandRunner runner;

    Virsh(CommandRunner runner) {
        this.runner = runner;
    }

    String run(Host host, String what, Duration timeout, String script, String... arguments) {
        try {
            var command = Command.sh(PREFACE + script, arguments).within(timeout);
            var result = runner.run(host.machine(), command);
            if (result.ok()) {
                return result.stdout();
            }
            throw failed(host, what, result.exit(), result.complaint());
        } catch (MachineFault fault) {
            throw trouble(what, fault);
        }
    }

    private static RuntimeException failed(Host host, String what, Exit exit, String complaint) {
        var details = "%s: %s".formatted(host, complaint);
        var mayPass = switch (exit) {
            case Exit.Status(int code) -> code == LIBVIRT_AWAY;
            case Exit.TimedOut _, Exit.Signal _ -> true;
            case Exit.CutOff _ -> false;
        };
        return mayPass
                ? new Retry("The host could not %s".formatted(what), details, null)
                : new StepFailed("The host could not %s".formatted(what), details);
    }

    static RuntimeException trouble(String what, MachineFault fault) {
        return switch (fault) {
            case MachineFault.Unreachable _,
                    MachineFault.Lost _,
                    MachineFault.LoginRefused _,
                    MachineFault.HostKeyChanged _,
                    MachineFault.TransferFailed _ ->
                new Retry("The host could not %s".formatted(what), fault.getMessage(), fault);
            case MachineFault.CommandFailed _ ->
                new StepFailed("The host could not %s".formatted(what), fault.getMessage(), fault);
        };
    }
}
