package org.cumulet.saga;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Does something again and again, each time after a pause, or at once when nudged; says once when it cannot.
public final class Regularly {

    private static final Logger LOG = Logger.getLogger(Regularly.class);

    private final Duration pause;
    private final Runnable work;
    private final Semaphore nudge = new Semaphore(0);
    private final Thread thread;
    private boolean troubled;

    public Regularly(String name, Duration pause, Runnable work) {
        this.pause = pause;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void nudge() {
        nudge.release();
    }

    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (nudge.tryAcquire(pause.toMillis(), MILLISECONDS)) {
                    nudge.drainPermits();
                }
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            work.run();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warnf("%s cannot go on and keeps trying: %s", thread.getName(), e);
            }
            troubled = true;
        }
    }
}
