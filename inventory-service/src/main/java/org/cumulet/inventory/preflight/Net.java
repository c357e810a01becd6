package org.cumulet.inventory.preflight;

import java.util.Optional;

/// An IPv4 address on an interface, and the network it is in.
record Net(String nic, String address, int prefix) {

    static Optional<Net> parse(String nic, String cidr) {
        var parts = cidr.split("/", 2);
        return parts.length == 2 && number(parts[0]) >= 0 && parts[1].matches("[0-9]|[12][0-9]|3[0-2]")
                ? Optional.of(new Net(nic, parts[0], Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    boolean holds(String other) {
        var mask = prefix == 0 ? 0 : -1L << (32 - prefix);
        return number(other) >= 0 && (number(address) & mask) == (number(other) & mask);
    }

    boolean overlaps(Net other) {
        return prefix <= other.prefix ? holds(other.address) : other.holds(address);
    }

    /// `172.16.0.0/16`
    String cidr() {
        var mask = prefix == 0 ? 0 : -1L << (32 - prefix);
        var base = number(address) & mask;
        return "%d.%d.%d.%d/%d".formatted(base >> 24 & 255, base >> 16 & 255, base >> 8 & 255, base & 255, prefix);
    }

    /// -1 where it is none.
    private static long number(String address) {
        if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return -1;
        }
        long number = 0;
        for (var part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
