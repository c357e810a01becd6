package org.cumulet.compute.server;

import java.util.UUID;

/// What the servers on a host add up to.
///
/// @param ram in MiB
/// @param disk in GiB
public record HostLoad(UUID host, long servers, long vcpus, long ram, long disk) {

    public static final HostLoad NOTHING = new HostLoad(new UUID(0, 0), 0, 0, 0, 0);
}
