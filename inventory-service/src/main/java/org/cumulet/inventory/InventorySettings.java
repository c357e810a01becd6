package org.cumulet.inventory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the inventory looks at hosts and counts their room.
@ConfigMapping(prefix = "cumulet.inventory")
public interface InventorySettings {

    Probe probe();

    Room room();

    Preflight preflight();

    Prepare prepare();

    /// Where servers live on a host.
    @WithDefault("/var/lib/cumulet/instances")
    String instancesPath();

    /// When and how hosts are looked at.
    interface Probe {

        /// How often a host that is well is looked at.
        @WithDefault("PT5M")
        Duration every();

        /// How soon a host that is not well is looked at again.
        @WithDefault("PT1M")
        Duration retryAfter();

        /// How soon a host that was well and did not answer is asked once more, before it counts as unreachable.
        @WithDefault("PT5S")
        Duration doubtFor();

        /// How many hosts are looked at at once.
        @WithDefault("64")
        int parallel();

        /// How long a host may take to let us in.
        @WithDefault("PT10S")
        Duration connectTimeout();

        /// How long looking at a host may take.
        @WithDefault("PT60S")
        Duration timeout();
    }

    /// How hosts are examined before they are changed.
    interface Preflight {

        /// An address outside that every host should reach.
        @WithDefault("9.9.9.9")
        String outside();

        /// How many other hosts a host is tried against, gateways and controllers first.
        @WithDefault("12")
        int peers();

        /// How long trying everything out may take.
        @WithDefault("PT60S")
        Duration timeout();
    }

    /// How hosts are brought into their declared state and kept there.
    interface Prepare {

        /// Where controllers get the time from.
        @WithDefault("pool.ntp.org")
        String timeSource();

        /// How long a host waits to hear that it can still be reached before it undoes what was done.
        @WithDefault("PT60S")
        Duration guard();

        /// How long looking at what is there may take.
        @WithDefault("PT60S")
        Duration lookTimeout();

        /// How many hosts are prepared at once.
        @WithDefault("64")
        int parallel();

        /// How often a prepared host is held against its declaration.
        @WithDefault("PT15M")
        Duration driftEvery();
    }

    /// How much of a host is given away. Applies to a host's first probe; later it is changed per host by Placement's
    /// API.
    interface Room {

        /// How many virtual processors are promised per thread of the host.
        @WithDefault("16.0")
        double cpuRatio();

        /// How much memory is promised per memory of the host.
        @WithDefault("1.0")
        double memoryRatio();

        /// How much disk is promised per disk of the host.
        @WithDefault("1.0")
        double diskRatio();

        /// How much memory a host keeps for itself, in MB.
        @WithDefault("512")
        int reservedMemoryMb();

        /// How much disk a host keeps for itself, in GB.
        @WithDefault("0")
        int reservedDiskGb();
    }
}
