package org.cumulet.compute.hypervisor.simulated;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.cumulet.compute.hypervisor.Guest;
import org.cumulet.compute.hypervisor.GuestState;
import org.cumulet.compute.hypervisor.Host;
import org.cumulet.compute.hypervisor.Hypervisor;
import org.cumulet.compute.hypervisor.drive.ConfigDrive;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.saga.Retry;
import org.cumulet.saga.StepFailed;

/// Takes its time, fails as ordered, and keeps books; no guest ever runs.
///
/// A host says of itself how it behaves: `image_ms`, `boot_ms`, `stop_ms` how long things take there, `image_fails` and
/// `boot_fails` how many of a hundred fail for good, `lost` how many of a hundred calls do not reach it.
@Singleton
@Typed(SimulatedHypervisor.class)
public class SimulatedHypervisor implements Hypervisor {

    private final Simulation simulation;
    private final SimulatedGuests guests;
    private final Set<String> images = ConcurrentHashMap.newKeySet();

    SimulatedHypervisor(Simulation simulation, SimulatedGuests guests) {
        this.simulation = simulation;
        this.guests = guests;
    }

    @Override
    public void fetch(Host host, DiskImage image) {
        if (images.contains(host.id() + image.fileName())) {
            return;
        }
        reach(host, "image_ms", simulation.image());
        mayFail(host, "image_fails", "take the image");
        images.add(host.id() + image.fileName());
    }

    @Override
    public void boot(Host host, Guest guest) {
        reach(host, "boot_ms", simulation.boot());
        mayFail(host, "boot_fails", "boot the server");
        guests.boot(host.id(), guest.id(), firstWords(guest));
    }

    private static String firstWords(Guest guest) {
        var name = guest.drive().map(ConfigDrive::hostname).orElseGet(guest.id()::toString);
        return "simulated: ready host=%s\n".formatted(name);
    }

    @Override
    public void start(Host host, UUID guest) {
        reach(host, "boot_ms", simulation.boot());
        mayFail(host, "boot_fails", "start the server");
        mustExist(guests.run(host.id(), guest, true));
    }

    @Override
    public void shutDown(Host host, UUID guest) {
        powerOff(host, guest);
    }

    @Override
    public void powerOff(Host host, UUID guest) {
        reach(host, "stop_ms", simulation.stop());
        mustExist(guests.run(host.id(), guest, false));
    }

    @Override
    public void destroy(Host host, UUID guest) {
        reach(host, "stop_ms", simulation.stop());
        guests.remove(host.id(), guest);
    }

    @Override
    public GuestState state(Host host, UUID guest) {
        mayBeLost(host);
        return guests.find(host.id(), guest).map(SimulatedGuests.Found::state).orElse(GuestState.ABSENT);
    }

    @Override
    public Map<UUID, GuestState> guests(Host host) {
        mayBeLost(host);
        return guests.all(host.id());
    }

    @Override
    public void removeUnusedImages(Host host, Duration unusedFor) {
        mayBeLost(host); // and has nothing to remove: what it keeps of an image is its name
    }

    @Override
    public String console(Host host, UUID guest, int lines) {
        mayBeLost(host);
        return guests.find(host.id(), guest).map(SimulatedGuests.Found::console).orElse("");
    }

    private static void reach(Host host, String key, Duration usually) {
        mayBeLost(host);
        var own = host.simulation().get(key);
        try {
            Thread.sleep(own == null ? usually : Duration.ofMillis(own));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Retry("Interrupted", e);
        }
    }

    private static void mayBeLost(Host host) {
        if (happens(host, "lost")) {
            throw new Retry("The host could not be reached", host + " is simulated to be away", null);
        }
    }

    private static void mayFail(Host host, String key, String doing) {
        if (happens(host, key)) {
            throw new StepFailed("The host could not " + doing, host + " is simulated to fail");
        }
    }

    private static boolean happens(Host host, String percent) {
        return ThreadLocalRandom.current().nextInt(100) < host.simulation().getOrDefault(percent, 0);
    }

    private static void mustExist(boolean exists) {
        if (!exists) {
            throw new StepFailed("The server is not on its host");
        }
    }
}
