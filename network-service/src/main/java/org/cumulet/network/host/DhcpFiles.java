package org.cumulet.network.host;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.subnet.HostRoute;
import org.cumulet.network.subnet.Subnet;

/// What dnsmasq reads to serve the machines of one network on one host. Nothing a caller wrote freely gets in here:
/// names, options and addresses have passed their grammars.
record DhcpFiles(NetworkPlan network, DhcpPlan dhcp) {

    private static final int A_DAY = 86_400;

    String configuration(String folder, String pidFile) {
        var lines = new ArrayList<>(List.of(
                "port=0",
                "interface=dhcp0",
                "bind-interfaces",
                "pid-file=" + pidFile,
                "leasefile-ro",
                "no-ping",
                "dhcp-authoritative",
                "dhcp-ignore=tag:!known",
                "dhcp-lease-max=65536",
                "dhcp-hostsfile=" + folder + "/hosts",
                "dhcp-optsfile=" + folder + "/options"));
        if (!dhcp.domain().isEmpty()) {
            lines.add("domain=" + dhcp.domain().substring(0, dhcp.domain().length() - 1));
        }
        for (var served : dhcp.subnets()) {
            lines.add("dhcp-range=set:%s,%s,static,%s,%d"
                    .formatted(
                            tag(served.subnet()),
                            served.cidr().first(),
                            served.cidr().netmask(),
                            A_DAY));
        }
        return joined(lines);
    }

    /// Who is known here: the machines of this host and nobody else.
    String hosts() {
        return joined(network.ports().stream()
                .filter(PortPlan::up)
                .flatMap(port -> served(port)
                        .map(address -> "%s,id:*,set:%s,%s,%s"
                                .formatted(port.mac(), tag(port), bracketed(address), port.hostname()))
                        .stream())
                .toList());
    }

    String options() {
        var ofSubnets = dhcp.subnets().stream().flatMap(this::options);
        var ofPorts = network.ports().stream().flatMap(DhcpFiles::options);
        return joined(Stream.concat(ofPorts, ofSubnets).toList());
    }

    private Stream<String> options(DhcpPlan.Served served) {
        var subnet = served.subnet();
        var tag = "tag:" + tag(subnet) + ",option:";
        var lines = new ArrayList<String>();
        lines.add(
                tag + "router" + subnet.gateway().map(gateway -> "," + gateway).orElse(""));
        lines.add(tag + "dns-server" + values(subnet.options().nameservers()));
        lines.add(tag + "mtu," + network.mtu());
        if (!subnet.options().routes().isEmpty()) {
            lines.add(tag + "classless-static-route" + routes(subnet));
        }
        return lines.stream();
    }

    /// Whoever heeds these routes ignores the router (RFC 3442), so that it is among them.
    private static String routes(Subnet subnet) {
        var usual = subnet.gateway().map(gateway -> new HostRoute(new Cidr(new Ip(4, BigInteger.ZERO), 0), gateway));
        return Stream.concat(subnet.options().routes().stream(), usual.stream())
                .map(route -> ",%s,%s".formatted(route.destination(), route.nexthop()))
                .collect(Collectors.joining());
    }

    private static Stream<String> options(PortPlan port) {
        return port.options().stream()
                .filter(option -> option.ipVersion() == 4)
                .map(option -> "tag:%s,%s%s,%s"
                        .formatted(tag(port), option.byNumber() ? "" : "option:", option.optName(), option.optValue()));
    }

    /// The address a machine is told: its first one on a subnet that is served.
    private Optional<Ip> served(PortPlan port) {
        return port.addresses().stream()
                .filter(address ->
                        dhcp.subnets().stream().anyMatch(it -> it.cidr().contains(address)))
                .findFirst();
    }

    private static String bracketed(Ip address) {
        return address.version() == 4 ? address.toString() : "[" + address + "]";
    }

    private static String values(List<Ip> addresses) {
        return addresses.stream().map(address -> "," + address).collect(Collectors.joining());
    }

    private static String tag(Subnet subnet) {
        return "subnet-" + subnet.id();
    }

    private static String tag(PortPlan port) {
        return "port-" + port.id();
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
