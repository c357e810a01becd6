package org.cumulet.compute.hypervisor.image;

import java.util.UUID;

/// The images disks begin as.
public interface Images {

    /// @throws org.cumulet.saga.StepFailed when it cannot be booted
    DiskImage find(UUID id);
}
