package org.cumulet.ssh;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/// The one connection to a machine, shared by all who have something to do there and opened when somebody does.
final class Connection {

    private final ReentrantLock lock = new ReentrantLock();
    private final Semaphore channels;
    private final Connector connector;
    private @Nullable ClientSession session;
    private @Nullable MachineFault failure;
    private long failedAt;
    private int users;
    private long usedAt = System.nanoTime();

    Connection(Connector connector, int channels) {
        this.connector = connector;
        this.channels = new Semaphore(channels, true);
    }

    Semaphore channels() {
        return channels;
    }

    /// Whoever waited while another tried in vain shares that outcome: a dead machine costs one timeout, not one each.
    ClientSession enter(Machine machine) {
        var asked = System.nanoTime();
        lock.lock();
        try {
            if (session == null || !session.isOpen()) {
                if (failure != null && failedAt - asked > 0) {
                    throw failure;
                }
                session = open(machine);
            }
            users++;
            return session;
        } finally {
            lock.unlock();
        }
    }

    private ClientSession open(Machine machine) {
        try {
            return connector.connect(machine);
        } catch (MachineFault fault) {
            failure = fault;
            failedAt = System.nanoTime();
            throw fault;
        }
    }

    void leave() {
        lock.lock();
        try {
            users--;
            usedAt = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    void closeIfIdleFor(Duration time) {
        if (lock.tryLock()) {
            try {
                if (session != null && users == 0 && System.nanoTime() - usedAt > time.toNanos()) {
                    session.close(false);
                    session = null;
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
