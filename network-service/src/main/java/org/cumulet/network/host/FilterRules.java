package org.cumulet.network.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;

/// What may pass the bridges of a host, as nftables reads it: a machine sends only as itself, DHCP stays on the host,
/// and nothing on a network reaches the host itself.
final class FilterRules {

    private static final String TABLE = "table bridge cumulet_network";

    private final StringBuilder text = new StringBuilder();

    private FilterRules() {}

    static String of(List<NetworkPlan> networks) {
        var rules = new FilterRules();
        rules.line("add " + TABLE);
        rules.line("delete " + TABLE);
        rules.line(TABLE + " {");
        networks.stream().flatMap(it -> secured(it)).forEach(rules::machine);
        rules.prerouting(networks);
        rules.forward(networks);
        rules.input(networks);
        rules.line("}");
        return rules.text.toString();
    }

    private void machine(PortPlan port) {
        var macs = new LinkedHashSet<>(List.of(port.mac().text()));
        port.pairs().forEach(pair -> macs.add(pair.macAddress()));
        var v4 = ranges(port, 4);
        var v6 = new ArrayList<>(ranges(port, 6));
        v6.add(0, port.mac().linkLocal().toString());
        v6.add(0, "::");
        line("chain %s {", port.tap());
        line("ether saddr != %s drop", set(macs));
        line("arp saddr ether != %s drop", set(macs));
        line("arp saddr ip != %s drop", set(with("0.0.0.0", v4)));
        line("ether type arp accept");
        line("ip saddr %s udp sport 68 udp dport 67 accept", set(with("0.0.0.0", v4)));
        line("udp sport { 67, 547 } drop");
        if (!v4.isEmpty()) {
            line("ip saddr %s accept", set(v4));
        }
        line("icmpv6 type { nd-router-advert, nd-redirect } drop");
        line("ip6 saddr %s accept", set(v6));
        line("drop");
        line("}");
    }

    private void prerouting(List<NetworkPlan> networks) {
        line("chain prerouting {");
        line("type filter hook prerouting priority -300; policy accept;");
        closed(networks, "iifname");
        networks.forEach(network -> seal(network, "iifname"));
        var taps =
                networks.stream().flatMap(it -> secured(it)).map(PortPlan::tap).toList();
        if (!taps.isEmpty()) {
            line(
                    "iifname vmap %s",
                    set(taps.stream()
                            .map(tap -> "\"%s\" : jump %s".formatted(tap, tap))
                            .toList()));
        }
        line("}");
    }

    private void forward(List<NetworkPlan> networks) {
        line("chain forward {");
        line("type filter hook forward priority -300; policy accept;");
        closed(networks, "oifname");
        networks.forEach(network -> seal(network, "oifname"));
        line("}");
    }

    private void closed(List<NetworkPlan> networks, String direction) {
        var taps = networks.stream()
                .flatMap(network -> network.ports().stream())
                .filter(port -> !port.up())
                .map(port -> "\"%s\"".formatted(port.tap()))
                .toList();
        if (!taps.isEmpty()) {
            line("%s %s drop", direction, set(taps));
        }
    }

    /// Every host has a DHCP server of the same address: none of them hears of the others.
    private void seal(NetworkPlan network, String direction) {
        network.dhcp().ifPresent(dhcp -> {
            var at = "%s \"%s\" ".formatted(direction, network.uplink().device());
            var own = set(dhcp.subnets().stream().map(it -> it.own().toString()).toList());
            line(at + "ether saddr %s drop", dhcp.mac());
            line(at + "ether daddr %s drop", dhcp.mac());
            line(at + "arp saddr ip %s drop", own);
            line(at + "arp daddr ip %s drop", own);
            line(at + "udp dport { 67, 68 } drop");
        });
    }

    private void input(List<NetworkPlan> networks) {
        var interfaces = networks.stream()
                .flatMap(network -> Stream.of(
                                network.ports().stream().map(PortPlan::tap),
                                Stream.of(network.uplink().device()),
                                network.dhcp().stream().map(DhcpPlan::cable))
                        .flatMap(it -> it))
                .map("\"%s\""::formatted)
                .toList();
        line("chain input {");
        line("type filter hook input priority -300; policy accept;");
        if (!interfaces.isEmpty()) {
            line("iifname %s drop", set(interfaces));
        }
        line("}");
    }

    private static Stream<PortPlan> secured(NetworkPlan network) {
        return network.ports().stream().filter(port -> port.up() && port.secure());
    }

    /// Ranges that lie within others are left out: nftables takes no overlaps.
    private static List<String> ranges(PortPlan port, int version) {
        var all = Stream.concat(
                        port.addresses().stream().map(Cidr::only),
                        port.pairs().stream().map(pair -> pair.range()))
                .filter(range -> range.version() == version)
                .distinct()
                .sorted(Comparator.comparingInt(Cidr::prefix))
                .toList();
        var kept = new ArrayList<Cidr>();
        for (var range : all) {
            if (kept.stream().noneMatch(wider -> wider.overlaps(range))) {
                kept.add(range);
            }
        }
        return kept.stream().map(FilterRules::text).toList();
    }

    private static String text(Cidr range) {
        return range.prefix() == Ip.bits(range.version()) ? range.first().toString() : range.toString();
    }

    private static List<String> with(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static String set(Collection<String> elements) {
        return elements.stream().collect(Collectors.joining(", ", "{ ", " }"));
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : format.formatted(values)).append('\n');
    }
}
