package org.cumulet.standalone;

import java.util.List;
import java.util.Map;

/// The services of this cloud, and where each listens when it has a process of its own.
final class Services {

    /// Those with a database, in no particular order: none needs another to start.
    static final List<String> NAMES =
            List.of("identity", "image", "inventory", "network", "compute", "database", "batch");

    private static final Map<String, Integer> OFFSETS = Map.of(
            "identity", 21, "image", 22, "inventory", 23, "network", 24, "compute", 25, "database", 29, "batch", 30);

    private Services() {}

    /// Beside the gateway's port, so that several clouds fit on one machine: 8101 for identity where the gateway has
    /// 8080.
    static int port(String service, int gatewayPort) {
        return gatewayPort + OFFSETS.getOrDefault(service, 0);
    }

    /// Where the service says that it is there, without a token.
    static String door(String service) {
        return switch (service) {
            case "identity" -> "/identity/v3";
            case "inventory" -> "/placement/";
            default -> "/" + service + "/";
        };
    }
}
