package org.cumulet.compute.quota;

import org.cumulet.compute.server.ServerFlavor;
import org.cumulet.compute.server.ServerUsage;

/// What of the limits is used.
record Use(ServerUsage servers) {

    /// With so many servers of this flavor more.
    Use and(ServerFlavor flavor, int count) {
        return new Use(new ServerUsage(
                servers.servers() + count,
                servers.vcpus() + (long) flavor.vcpus() * count,
                servers.ram() + (long) flavor.ram() * count));
    }

    long of(QuotaKey key) {
        return switch (key) {
            case INSTANCES -> servers.servers();
            case CORES -> servers.vcpus();
            case RAM -> servers.ram();
            // These are counted per user or per server, or by the network service.
            case KEY_PAIRS,
                    METADATA_ITEMS,
                    SERVER_GROUPS,
                    SERVER_GROUP_MEMBERS,
                    INJECTED_FILES,
                    INJECTED_FILE_CONTENT_BYTES,
                    INJECTED_FILE_PATH_BYTES,
                    FIXED_IPS,
                    FLOATING_IPS,
                    SECURITY_GROUPS,
                    SECURITY_GROUP_RULES -> 0;
        };
    }
}
