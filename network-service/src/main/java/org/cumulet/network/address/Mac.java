package org.cumulet.network.address;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The hardware address of one interface, in lower case with colons.
public record Mac(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
    private static final String OURS = "fa:16:3e";

    public Mac {
        if (!isOne(text)) {
            throw new IllegalArgumentException("not a MAC address");
        }
    }

    /// Reads what can be the address of an interface: neither a group's nor nobody's.
    public static Optional<Mac> parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return isOne(lower) ? Optional.of(new Mac(lower)) : Optional.empty();
    }

    /// One of those that clouds give to their guests.
    public static Mac random(RandomGenerator random) {
        var tail = random.nextInt(1 << 24);
        return new Mac("%s:%02x:%02x:%02x".formatted(OURS, tail >> 16, tail >> 8 & 0xff, tail & 0xff));
    }

    /// The IPv6 address that an interface gives itself on its link.
    public Ip linkLocal() {
        var bytes = text.split(":", -1);
        var first = Integer.parseInt(bytes[0], 16) ^ 2;
        return Ip.of("fe80::%02x%s:%sff:fe%s:%s%s".formatted(first, bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]));
    }

    private static boolean isOne(String text) {
        return FORM.matcher(text).matches()
                && Integer.parseInt(text.substring(0, 2), 16) % 2 == 0
                && !text.equals("00:00:00:00:00:00");
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
