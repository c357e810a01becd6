package org.cumulet.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/// One command under way on another machine.
final class RemoteCommand {

    private static final Set<ClientChannelEvent> OVER =
            EnumSet.of(ClientChannelEvent.CLOSED, ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.EXIT_SIGNAL);
    private static final Set<ClientChannelEvent> CLOSED = EnumSet.of(ClientChannelEvent.CLOSED);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Machine machine;
    private final Command command;
    private final Deadline deadline;
    private final ChannelExec channel;
    private final Listener stdout;
    private final Listener stderr;
    private final long started = System.nanoTime();

    private RemoteCommand(Machine machine, Command command, ChannelExec channel) {
        this.machine = machine;
        this.command = command;
        this.deadline = Deadline.of(command);
        this.channel = channel;
        this.stdout = new Listener(command.outputLimit(), () -> channel.close(true));
        this.stderr = new Listener(command.outputLimit(), () -> channel.close(true));
    }

    /// Fails only before the machine has heard of the command.
    static RemoteCommand start(Machine machine, Command command, ClientSession session, Duration patience)
            throws IOException {
        var words = Deadline.of(command).wrap(command.argv());
        var channel = session.createExecChannel("exec " + ShellWords.quote(words));
        var started = new RemoteCommand(machine, command, channel);
        channel.setOut(started.stdout);
        channel.setErr(started.stderr);
        try {
            channel.open().verify(patience);
        } catch (IOException e) {
            channel.close(true);
            throw e;
        }
        return started;
    }

    CommandResult finish() {
        try {
            var teller = Thread.startVirtualThread(this::tell);
            var events = channel.waitFor(OVER, deadline.patience());
            var took = Duration.ofNanos(System.nanoTime() - started);
            hearLastWords(events);
            teller.interrupt();
            return new CommandResult(
                    exit(events, took), stdout.text(), stderr.text(), stdout.truncated(), stderr.truncated(), took);
        } finally {
            channel.close(true);
        }
    }

    private Exit exit(Set<ClientChannelEvent> events, Duration took) {
        if (stdout.flooded() || stderr.flooded()) {
            return new Exit.CutOff(stdout.heard() + stderr.heard());
        }
        if (events.contains(ClientChannelEvent.TIMEOUT)) {
            return new Exit.TimedOut(deadline.timeout());
        }
        if (channel.getExitSignal() != null) {
            return deadline.killed(channel.getExitSignal(), took);
        }
        if (channel.getExitStatus() != null) {
            return deadline.exit(channel.getExitStatus(), took);
        }
        throw new MachineFault.Lost(
                machine, "it ended while '%s' ran".formatted(command.argv().getFirst()), null);
    }

    /// Output may come in after the end. But what the command left running may hold on to it: when nothing more is
    /// heard we stop listening.
    private void hearLastWords(Set<ClientChannelEvent> events) {
        var now = events;
        long heard = -1;
        while (!now.contains(ClientChannelEvent.CLOSED) && heard != heard()) {
            heard = heard();
            now = channel.waitFor(CLOSED, LAST_WORDS);
        }
    }

    private long heard() {
        return stdout.heard() + stderr.heard();
    }

    private void tell() {
        try (var stdin = channel.getInvertedIn()) {
            stdin.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the command may well end without having read everything
        }
    }
}
