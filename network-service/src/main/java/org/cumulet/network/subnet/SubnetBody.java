package org.cumulet.network.subnet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;
import org.cumulet.network.wire.Body;

/// The attributes that are read the same way when a subnet is made and when it is changed.
final class SubnetBody {

    private static final int MOST_NAMESERVERS = 5;
    private static final int MOST_ROUTES = 20;
    private static final int MOST_POOLS = 50;
    private static final String AN_ADDRESS = "a valid IP address";

    private SubnetBody() {}

    static Optional<Ip> gateway(Body body, int version) {
        var gateway = body.parsedOrNull("gateway_ip", Ip::parse, AN_ADDRESS);
        gateway.ifPresent(address -> check(address, version));
        return gateway;
    }

    static Optional<List<IpRange>> pools(Body body, int version) {
        var pools = body.bodies("allocation_pools", SubnetBody::pool);
        if (pools.filter(all -> all.size() > MOST_POOLS).isPresent()) {
            throw Body.invalid("allocation_pools", "at most %d of them.".formatted(MOST_POOLS));
        }
        pools.ifPresent(all -> all.forEach(pool -> check(pool.start(), version)));
        return pools;
    }

    static Optional<List<Ip>> nameservers(Body body, int version) {
        var servers = body.texts("dns_nameservers", 64)
                .map(all -> all.stream()
                        .map(text -> Ip.parse(text)
                                .orElseThrow(() -> Body.invalid(
                                        "dns_nameservers", "'%s' is not a valid nameserver.".formatted(text))))
                        .toList());
        servers.ifPresent(all -> {
            all.forEach(address -> check(address, version));
            if (all.size() > MOST_NAMESERVERS) {
                throw exhausted("DNSNameServersExhausted", "DNS nameservers", MOST_NAMESERVERS);
            }
            if (new HashSet<>(all).size() < all.size()) {
                throw Body.invalid("dns_nameservers", "a nameserver is named twice.");
            }
        });
        return servers;
    }

    static Optional<List<HostRoute>> routes(Body body, int version) {
        var routes = body.bodies("host_routes", SubnetBody::route);
        routes.ifPresent(all -> {
            all.forEach(route -> check(route.nexthop(), version));
            all.forEach(route -> check(route.destination().first(), version));
            if (all.size() > MOST_ROUTES) {
                throw exhausted("HostRoutesExhausted", "host routes", MOST_ROUTES);
            }
        });
        return routes;
    }

    /// IPv6 addresses are given out and set by hand: nobody advertises them.
    static void noAdvertising(Body body) {
        for (var mode : List.of("ipv6_ra_mode", "ipv6_address_mode")) {
            body.textOrNull(mode, 32).ifPresent(value -> {
                throw Body.invalid(mode, "'%s' is not offered: IPv6 addresses are set by hand.".formatted(value));
            });
        }
    }

    private static IpRange pool(Body body) {
        var start = body.required("start", body.parsed("start", Ip::parse, AN_ADDRESS));
        var end = body.required("end", body.parsed("end", Ip::parse, AN_ADDRESS));
        if (start.version() != end.version() || start.compareTo(end) > 0) {
            throw new Fault.BadRequest("The allocation pool %s-%s is not valid.".formatted(start, end))
                    .named("InvalidAllocationPool");
        }
        return new IpRange(start, end);
    }

    private static HostRoute route(Body body) {
        return new HostRoute(
                body.required("destination", body.parsed("destination", Cidr::parse, "a valid CIDR")),
                body.required("nexthop", body.parsed("nexthop", Ip::parse, AN_ADDRESS)));
    }

    private static void check(Ip address, int version) {
        if (address.version() != version) {
            throw new Fault.BadRequest(
                            "Invalid input for operation: %s is not an IPv%d address.".formatted(address, version))
                    .named("InvalidInput");
        }
    }

    private static Fault exhausted(String type, String what, int most) {
        return new Fault.BadRequest(
                        "Unable to complete operation: the number of %s exceeds the limit %d.".formatted(what, most))
                .named(type);
    }
}
