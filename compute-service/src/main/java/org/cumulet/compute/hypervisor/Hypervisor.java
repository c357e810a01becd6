package org.cumulet.compute.hypervisor;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.cumulet.compute.hypervisor.image.DiskImage;

/// Makes guests run on hosts.
///
/// Everything can be asked for twice. What may succeed later is an [org.cumulet.saga.Retry], what will not is an
/// [org.cumulet.saga.StepFailed].
public interface Hypervisor {

    /// Brings the image to the host, once for all who wait for it.
    void fetch(Host host, DiskImage image);

    /// Makes the guest, its disk and its config drive from an image that is there, and starts it.
    void boot(Host host, Guest guest);

    /// Starts a guest that is off, with the cards it has now.
    void start(Host host, UUID guest);

    /// Asks the guest to shut itself down. It may take its time, or not listen.
    void shutDown(Host host, UUID guest);

    /// Takes away the power.
    void powerOff(Host host, UUID guest);

    /// Removes the guest and all that was its own: disks, drive, console log.
    void destroy(Host host, UUID guest);

    GuestState state(Host host, UUID guest);

    /// All guests of ours on the host, whoever's they are.
    Map<UUID, GuestState> guests(Host host);

    /// Removes the images that no guest grows out of and that were not asked for in this time.
    void removeUnusedImages(Host host, Duration unusedFor);

    /// The last lines the guest wrote to its serial console; all that is kept when negative.
    String console(Host host, UUID guest, int lines);
}
