package org.cumulet.compute.hypervisor.simulated;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long things take on simulated hosts, unless a host says otherwise of itself.
@ConfigMapping(prefix = "cumulet.compute.simulation")
public interface Simulation {

    /// Bringing an image to a host.
    @WithDefault("PT0.02S")
    Duration image();

    /// Booting, starting or rebooting a guest.
    @WithDefault("PT0.02S")
    Duration boot();

    /// Stopping or removing a guest.
    @WithDefault("PT0.01S")
    Duration stop();
}
