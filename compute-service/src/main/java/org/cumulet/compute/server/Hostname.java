package org.cumulet.compute.server;

import java.util.Locale;
import java.util.UUID;

/// A guest's own name, made from the server's.
final class Hostname {

    private static final int LONGEST = 63;

    private Hostname() {}

    static String from(String name, UUID server) {
        var plain = name.toLowerCase(Locale.ROOT)
                .replaceAll("[ _]", "-")
                .replaceAll("[^a-z0-9.-]+", "")
                .replaceAll("^[.-]+", "");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("[.-]+$", "");
        return cut.isEmpty() ? "server-" + server : cut;
    }
}
