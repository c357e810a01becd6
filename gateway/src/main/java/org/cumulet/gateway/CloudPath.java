package org.cumulet.gateway;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The paths of the cloud, each owned by one service.
enum CloudPath {
    IDENTITY("/identity/v3", "Who is who: domains, projects, users, roles, tokens, catalog"),
    IMAGE("/image/", "What servers boot from"),
    COMPUTE("/compute/", "Servers, flavors, keypairs"),
    NETWORK("/network/", "Networks, subnets, ports, security groups"),
    DATABASE("/database/", "Database servers, databases, users, grants"),
    BATCH("/batch/", "Jobs: many operations as one piece of work"),
    INVENTORY("/inventory/v1/hosts", "Hosts, how to reach them, what they can"),
    PLACEMENT("/placement/", "Capacity and claims");

    private static final Pattern STREAM =
            Pattern.compile("/image/v2/images/[^/]+/(file|stage)|/batch/v1/jobs|/object-store/.*");

    private final String door;
    private final String about;

    CloudPath(String door, String about) {
        this.door = door;
        this.about = about;
    }

    /// The name in the path and in the configuration.
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// Where clients begin.
    String door() {
        return door;
    }

    String about() {
        return about;
    }

    static Optional<CloudPath> of(String path) {
        return Arrays.stream(values())
                .filter(each -> isBelow(path, "/" + each.id()))
                .findFirst();
    }

    /// Bodies that flow through, however long.
    static boolean isStream(String path) {
        return STREAM.matcher(path).matches();
    }

    /// Paths whose every byte is a name that a user chose.
    static boolean isVerbatim(String path) {
        return isBelow(path, "/object-store");
    }

    static boolean isBelow(String path, String top) {
        return path.startsWith(top) && (path.length() == top.length() || path.charAt(top.length()) == '/');
    }
}
