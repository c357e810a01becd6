package org.cumulet.compute.power;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.cumulet.compute.cabling.Network;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hosts;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.saga.StepFailed;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Switches guests on and off.
@Singleton
class PowerSwitch {

    private static final Duration FIRST_LOOK = Duration.ofMillis(100);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(2);

    private final Hosts hosts;
    private final Network network;
    private final Hypervisor hypervisor;
    private final Duration patience;

    /// @param patience how long a guest may take to shut itself down before its power is taken away
    PowerSwitch(
            Hosts hosts,
            Network network,
            Hypervisor hypervisor,
            @ConfigProperty(name = "cumulet.compute.shutdown-timeout", defaultValue = "PT60S") Duration patience) {
        this.hosts = hosts;
        this.network = network;
        this.hypervisor = hypervisor;
        this.patience = patience;
    }

    void on(Power power) throws InterruptedException {
        network.restore(power.host());
        hypervisor.start(host(power), power.server());
    }

    void off(Power power) throws InterruptedException {
        if (!power.hard()) {
            hypervisor.shutDown(host(power), power.server());
            awaitOff(power);
        }
        hypervisor.powerOff(host(power), power.server());
    }

    private void awaitOff(Power power) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        for (var wait = FIRST_LOOK; !isOff(power) && System.nanoTime() < end; wait = longer(wait)) {
            Thread.sleep(wait);
        }
    }

    private boolean isOff(Power power) {
        return hypervisor.state(host(power), power.server()) != GuestState.RUNNING;
    }

    private static Duration longer(Duration wait) {
        var twice = wait.multipliedBy(2);
        return twice.compareTo(NEXT_LOOK) < 0 ? twice : NEXT_LOOK;
    }

    private Host host(Power power) {
        return hosts.find(power.host().id())
                .orElseThrow(() ->
                        new StepFailed("The server's host is gone", power.host().name()));
    }
}
