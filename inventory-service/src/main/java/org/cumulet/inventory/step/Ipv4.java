package org.cumulet.inventory.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// IPv4 addresses and the networks they are in.
final class Ipv4 {

    private static final String NUMBER = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String ADDRESS = NUMBER + "(?:\\." + NUMBER + "){3}";
    private static final int BITS = 32;

    private Ipv4() {}

    static boolean isOne(@Nullable String text) {
        return text != null && text.matches(ADDRESS);
    }

    /// `10.1.2.3/24` is in `10.1.2.0/24`.
    static Optional<String> network(String cidr) {
        var parts = cidr.split("/", 2);
        if (parts.length < 2 || !isOne(parts[0]) || !parts[1].matches("[0-9]|[12][0-9]|3[0-2]")) {
            return Optional.empty();
        }
        var number = 0L;
        for (var part : parts[0].split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        var prefix = Integer.parseInt(parts[1]);
        var base = prefix == 0 ? 0 : number & -1L << (BITS - prefix);
        return Optional.of(
                "%d.%d.%d.%d/%d".formatted(base >> 24 & 255, base >> 16 & 255, base >> 8 & 255, base & 255, prefix));
    }
}
