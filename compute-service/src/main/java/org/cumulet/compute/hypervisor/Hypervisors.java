package org.cumulet.compute.hypervisor;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.hypervisor.image.DiskImage;
import org.cumulet.compute.hypervisor.libvirt.LibvirtHypervisor;
import org.cumulet.compute.hypervisor.simulated.SimulatedHypervisor;

/// The hypervisor of each host, whatever kind of host it is.
@Singleton
public class Hypervisors implements Hypervisor {

    private final LibvirtHypervisor libvirt;
    private final SimulatedHypervisor simulated;

    Hypervisors(LibvirtHypervisor libvirt, SimulatedHypervisor simulated) {
        this.libvirt = libvirt;
        this.simulated = simulated;
    }

    private Hypervisor of(Host host) {
        return switch (host.machine().kind()) {
            case SSH, LOCAL -> libvirt;
            case SIMULATED -> simulated;
        };
    }

    @Override
    public void fetch(Host host, DiskImage image) {
        of(host).fetch(host, image);
    }

    @Override
    public void boot(Host host, Guest guest) {
        of(host).boot(host, guest);
    }

    @Override
    public void start(Host host, UUID guest) {
        of(host).start(host, guest);
    }

    @Override
    public void shutDown(Host host, UUID guest) {
        of(host).shutDown(host, guest);
    }

    @Override
    public void powerOff(Host host, UUID guest) {
        of(host).powerOff(host, guest);
    }

    @Override
    public void destroy(Host host, UUID guest) {
        of(host).destroy(host, guest);
    }

    @Override
    public GuestState state(Host host, UUID guest) {
        return of(host).state(host, guest);
    }

    @Override
    public Map<UUID, GuestState> guests(Host host) {
        return of(host).guests(host);
    }

    @Override
    public void removeUnusedImages(Host host, Duration unusedFor) {
        of(host).removeUnusedImages(host, unusedFor);
    }

    @Override
    public String console(Host host, UUID guest, int lines) {
        return of(host).console(host, guest, lines);
    }
}
