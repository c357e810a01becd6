package org.cumulet.compute.hypervisor;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.cumulet.saga.Regularly;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;
import org.jboss.logging.Logger;

/// Visits every host that can be reached, again and again, many at once: one that does not answer delays no other.
public final class HostRounds {

    private static final Logger LOG = Logger.getLogger(HostRounds.class);
    private static final int HOSTS_AT_ONCE = 32;

    private final String name;
    private final Hosts hosts;
    private final Consumer<Host> visit;
    private final Regularly rounds;

    public HostRounds(String name, Duration every, Hosts hosts, Consumer<Host> visit) {
        this.name = name;
        this.hosts = hosts;
        this.visit = visit;
        this.rounds = new Regularly(name, every, this::visitAll);
    }

    public void start() {
        rounds.start();
    }

    public void stop() {
        rounds.stop();
    }

    private void visitAll() {
        var places = new Semaphore(HOSTS_AT_ONCE);
        for (var host : hosts.ready()) {
            places.acquireUninterruptibly();
            Thread.ofVirtual().name(name + "-" + host).start(() -> {
                try {
                    visit.accept(host);
                } catch (Retry | StepFailed e) {
                    LOG.debugf("Host %s cannot be visited: %s", host, e.getMessage());
                } finally {
                    places.release();
                }
            });
        }
    }
}
