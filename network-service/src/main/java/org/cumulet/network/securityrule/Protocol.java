package org.cumulet.network.securityrule;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A protocol above IP, by the name or number the caller used.
///
/// @param text as the caller wrote it
/// @param number what is in the packet
record Protocol(String text, int number) {

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("ah", 51),
            Map.entry("dccp", 33),
            Map.entry("egp", 8),
            Map.entry("esp", 50),
            Map.entry("gre", 47),
            Map.entry("hopopt", 0),
            Map.entry("icmp", 1),
            Map.entry("icmpv6", 58),
            Map.entry("igmp", 2),
            Map.entry("ipip", 4),
            Map.entry("ipv6-encap", 41),
            Map.entry("ipv6-frag", 44),
            Map.entry("ipv6-icmp", 58),
            Map.entry("ipv6-nonxt", 59),
            Map.entry("ipv6-opts", 60),
            Map.entry("ipv6-route", 43),
            Map.entry("ospf", 89),
            Map.entry("pgm", 113),
            Map.entry("rsvp", 46),
            Map.entry("sctp", 132),
            Map.entry("tcp", 6),
            Map.entry("udp", 17),
            Map.entry("udplite", 136),
            Map.entry("vrrp", 112));
    private static final Set<Integer> WITH_PORTS = Set.of(6, 17, 33, 132, 136);
    private static final Set<Integer> ICMP = Set.of(1, 58);

    static Optional<Protocol> parse(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("0|[1-9]\\d{0,2}") && Integer.parseInt(lower) <= 255) {
            return Optional.of(new Protocol(lower, Integer.parseInt(lower)));
        }
        return Optional.ofNullable(NUMBERS.get(lower)).map(number -> new Protocol(lower, number));
    }

    boolean hasPorts() {
        return WITH_PORTS.contains(number);
    }

    boolean isIcmp() {
        return ICMP.contains(number);
    }

    /// True where its name says that it belongs to IPv6.
    boolean isOfIpv6() {
        return text.startsWith("ipv6-") || text.equals("icmpv6");
    }
}
