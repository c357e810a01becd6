package org.cumulet.bench;

import java.lang.management.ManagementFactory;

/// What it was measured on.
///
/// @param loadAverage of the last minute, when it began
record Machine(int processors, double loadAverage) {

    static Machine now() {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(Runtime.getRuntime().availableProcessors(), load);
    }
}
