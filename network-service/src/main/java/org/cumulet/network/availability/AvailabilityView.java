package org.cumulet.network.availability;

import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.IpRange;
import org.cumulet.network.network.Network;
import org.cumulet.network.subnet.Subnet;

/// How many addresses a network has and how many are in use, as the API shows it.
record AvailabilityView(
        UUID networkId,
        String networkName,
        String tenantId,
        String projectId,
        BigInteger totalIps,
        long usedIps,
        List<OfSubnet> subnetIpAvailability) {

    /// The same for one of its subnets.
    record OfSubnet(UUID subnetId, String subnetName, int ipVersion, Cidr cidr, BigInteger totalIps, long usedIps) {

        static OfSubnet of(Subnet subnet, long used) {
            var total = subnet.pools().stream().map(IpRange::size).reduce(BigInteger.ZERO, BigInteger::add);
            return new OfSubnet(subnet.id(), subnet.name(), subnet.ipVersion(), subnet.cidr(), total, used);
        }
    }

    static AvailabilityView of(Network network, List<OfSubnet> subnets) {
        return new AvailabilityView(
                network.id(),
                network.name(),
                network.projectId(),
                network.projectId(),
                subnets.stream().map(OfSubnet::totalIps).reduce(BigInteger.ZERO, BigInteger::add),
                subnets.stream().mapToLong(OfSubnet::usedIps).sum(),
                subnets);
    }
}
