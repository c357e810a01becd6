package org.cumulet.network.subnet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;

/// How the addresses of a subnet are divided: the gateway's, and those that are given out.
record Layout(Optional<Ip> gateway, List<IpRange> pools) {

    /// The usual gateway: the first address.
    static Ip usualGateway(Cidr cidr) {
        return cidr.hosts().start();
    }

    /// @param pools what the caller asked for; everything but the gateway when it did not
    /// @throws Fault where it does not fit together
    static Layout of(Cidr cidr, Optional<Ip> gateway, Optional<List<IpRange>> pools) {
        gateway.ifPresent(address -> check(cidr, address));
        var wanted = pools.orElseGet(() -> usualPools(cidr, gateway));
        pools.ifPresent(asked -> check(cidr, asked));
        gateway.ifPresent(address -> wanted.stream()
                .filter(pool -> pool.contains(address))
                .findFirst()
                .ifPresent(pool -> {
                    throw new Fault.Conflict(
                                    "Gateway ip %s conflicts with allocation pool %s.".formatted(address, pool))
                            .named("GatewayConflictWithAllocationPools");
                }));
        return new Layout(gateway, wanted);
    }

    private static List<IpRange> usualPools(Cidr cidr, Optional<Ip> gateway) {
        return gateway.map(cidr.hosts()::without).orElseGet(() -> List.of(cidr.hosts()));
    }

    private static void check(Cidr cidr, Ip gateway) {
        if (!cidr.hosts().contains(gateway)) {
            throw new Fault.BadRequest("Invalid input for operation: Gateway is not valid on subnet.")
                    .named("InvalidInput");
        }
    }

    private static void check(Cidr cidr, List<IpRange> pools) {
        for (var pool : pools) {
            if (!cidr.hosts().contains(pool.start()) || !cidr.hosts().contains(pool.end())) {
                throw new Fault.BadRequest(
                                "The allocation pool %s spans beyond the subnet cidr %s.".formatted(pool, cidr))
                        .named("OutOfBoundsAllocationPool");
            }
        }
        var sorted = pools.stream().sorted(Comparator.comparing(IpRange::start)).toList();
        for (var i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new Fault.Conflict("Found overlapping allocation pools: %s %s for subnet %s."
                                .formatted(sorted.get(i - 1), sorted.get(i), cidr))
                        .named("OverlappingAllocationPools");
            }
        }
    }
}
