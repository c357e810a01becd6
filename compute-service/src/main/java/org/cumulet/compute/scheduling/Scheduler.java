package org.cumulet.compute.scheduling;

import java.util.UUID;
import org.cumulet.compute.server.HostRef;

/// Gives servers a place on a host.
public interface Scheduler {

    /// The same place when asked again.
    ///
    /// @throws org.cumulet.saga.StepFailed when there is none; it says how many hosts were considered and why
    ///     each fell
    HostRef claim(PlaceWish wish) throws InterruptedException;

    /// Gives the place back, if there is one.
    void free(UUID server) throws InterruptedException;
}
