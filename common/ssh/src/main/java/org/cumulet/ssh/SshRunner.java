package org.cumulet.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/// Runs commands on other machines over SSH: one connection per machine, many channels in it.
final class SshRunner implements CommandRunner {

    private static final Duration LONGEST_QUEUE = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

    private final SshSettings settings;
    private final SshClient client;
    private final Connector connector;
    private final Semaphore channels;
    private final ConcurrentMap<Place, Connection> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Future<?> sweeping;

    SshRunner(SshSettings settings) {
        this.settings = settings;
        this.channels = new Semaphore(settings.channelsInAll(), true);
        this.client = SshTransport.start(settings.connectTimeout(), settings.keepAlive());
        var keys = SshKeys.ensure(settings.keyFile());
        this.connector = new Connector(client, settings, session -> session.addPublicKeyIdentity(keys.pair()));
        var pause = Math.max(100, settings.idleAfter().toMillis() / 4);
        this.sweeping = sweeper.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        connections.values().forEach(connection -> connection.closeIfIdleFor(settings.idleAfter()));
    }

    @Override
    public CommandResult run(Machine machine, Command command) {
        return inChannel(
                machine,
                session -> RemoteCommand.start(machine, command, session, settings.connectTimeout()),
                RemoteCommand::finish);
    }

    @Override
    public void upload(Machine machine, InputStream bytes, long size, String path, int mode) {
        var transfer = Transfer.of(machine, path);
        inChannel(machine, RemoteFiles::open, files -> files.upload(transfer, bytes, size, mode));
    }

    @Override
    public void download(Machine machine, String path, OutputStream bytes, long limit) {
        var transfer = Transfer.of(machine, path);
        inChannel(machine, RemoteFiles::open, files -> files.download(transfer, bytes, limit));
    }

    /// A machine waits in its own queue first, so that one that hangs does not keep the others from theirs.
    private <T, R> R inChannel(Machine machine, Opening<T> opening, Function<T, R> work) {
        var connection = connections.computeIfAbsent(
                Place.of(machine), place -> new Connection(connector, settings.channelsPerMachine()));
        acquire(machine, connection.channels());
        try {
            var session = connection.enter(machine);
            try {
                return inSession(machine, connection, session, opening, work);
            } finally {
                connection.leave();
            }
        } finally {
            connection.channels().release();
        }
    }

    private <T, R> R inSession(
            Machine machine, Connection connection, ClientSession session, Opening<T> opening, Function<T, R> work) {
        acquire(machine, channels);
        try {
            return work.apply(open(machine, connection, session, opening));
        } finally {
            channels.release();
        }
    }

    /// A connection may have died since it was used last. Nothing has been said in it yet, so we open another.
    private <T> T open(Machine machine, Connection connection, ClientSession session, Opening<T> opening) {
        try {
            return openPatiently(session, opening);
        } catch (IOException e) {
            if (session.isOpen()) {
                throw new MachineFault.Unreachable(machine, "it opens no channel", e);
            }
        }
        var another = connection.enter(machine);
        try {
            return openPatiently(another, opening);
        } catch (IOException e) {
            throw new MachineFault.Unreachable(machine, "it opens no channel", e);
        } finally {
            connection.leave();
        }
    }

    /// A machine that allows no more channels for now is asked again: sshd counts one for a moment after its end, and
    /// it may be told to allow fewer than we use.
    private <T> T openPatiently(ClientSession session, Opening<T> opening) throws IOException {
        var giveUp = System.nanoTime() + settings.connectTimeout().toNanos();
        for (var pause = FIRST_PAUSE; ; pause = pause.multipliedBy(2)) {
            try {
                return opening.open(session);
            } catch (IOException e) {
                if (!isRefusal(e) || System.nanoTime() + pause.toNanos() > giveUp) {
                    throw e;
                }
            }
            sleep(pause);
        }
    }

    private static boolean isRefusal(IOException fault) {
        return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(SshChannelOpenException.class::isInstance);
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a channel");
        }
    }

    private static void acquire(Machine machine, Semaphore permits) {
        try {
            if (!permits.tryAcquire(LONGEST_QUEUE.toSeconds(), TimeUnit.SECONDS)) {
                throw new MachineFault.Unreachable(machine, "too much else is going on there", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineFault.Unreachable(machine, "interrupted while waiting for our turn", e);
        }
    }

    @Override
    public void close() {
        sweeping.cancel(true);
        sweeper.shutdownNow();
        client.stop();
    }

    /// Opens something in a connection; fails only before the machine has been asked for anything.
    private interface Opening<T> {
        T open(ClientSession session) throws IOException;
    }
}
