package org.cumulet.saga;

import org.jspecify.annotations.Nullable;

/// A saga that a thread of this process is telling, and how to stop it in the middle of a step.
final class AtWork {

    /// Why a step was interrupted.
    enum Stop {
        ABORTED,
        LATE,
        LEASE_LOST,
        SHUTDOWN
    }

    private static final long OUTLIVED = 12_000_000_000L;

    private final Taken saga;
    private final boolean stubborn;
    private final Thread thread = Thread.currentThread();
    private boolean inStep;
    private @Nullable Stop stop;
    private volatile long renewed = System.nanoTime();

    AtWork(Taken saga, boolean stubborn) {
        this.saga = saga;
        this.stubborn = stubborn;
    }

    Taken saga() {
        return saga;
    }

    void renewed() {
        renewed = System.nanoTime();
    }

    /// Whether the lease may have run out unseen.
    boolean isOutlived() {
        return System.nanoTime() - renewed > OUTLIVED;
    }

    /// Only a step is interrupted, never the ledger's own writing.
    synchronized void interrupt(Stop why) {
        if (why == Stop.LATE && stubborn) {
            return;
        }
        stop = why;
        if (inStep) {
            thread.interrupt();
        }
    }

    synchronized void enterStep() throws InterruptedException {
        if (stop != null) {
            throw new InterruptedException();
        }
        inStep = true;
    }

    synchronized void leaveStep() {
        inStep = false;
        Thread.interrupted();
    }

    /// Why the last step was stopped, said once.
    synchronized @Nullable Stop takeStop() {
        var why = stop;
        stop = null;
        return why;
    }
}
