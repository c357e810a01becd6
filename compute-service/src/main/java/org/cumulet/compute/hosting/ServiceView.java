package org.cumulet.compute.hosting;

import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.api.version.Microversion;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.ComputeVersions;
import org.jspecify.annotations.Nullable;

/// What Nova calls a compute service: here there is none on a host, the host itself stands for it.
///
/// @param id a number; the host's UUID for those who speak a newer version
record ServiceView(
        Object id,
        String binary,
        String host,
        String zone,
        String status,
        String state,
        String updatedAt,
        @Nullable String disabledReason,
        @Since("2.11") boolean forcedDown) {

    static final String BINARY = "nova-compute";

    static ServiceView of(Host host) {
        return new ServiceView(
                id(host),
                BINARY,
                host.name(),
                host.availabilityZone(),
                host.status(),
                host.condition(),
                Times.MICROS.of(host.updatedAt()),
                host.disabledReason(),
                false);
    }

    static Object id(Host host) {
        return Microversion.atLeast(ComputeVersions.UUIDS) ? host.id() : (Object) host.number();
    }

    record One(ServiceView service) {}

    record Many(List<ServiceView> services) {}
}
