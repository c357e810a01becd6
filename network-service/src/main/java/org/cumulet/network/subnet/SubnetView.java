package org.cumulet.network.subnet;

import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;
import org.jspecify.annotations.Nullable;

/// A subnet as the API shows it.
record SubnetView(
        UUID id,
        String name,
        String tenantId,
        String projectId,
        UUID networkId,
        String description,
        int ipVersion,
        Cidr cidr,
        @Nullable Ip gatewayIp,
        boolean enableDhcp,
        List<IpRange> allocationPools,
        List<Ip> dnsNameservers,
        List<HostRoute> hostRoutes,
        @Nullable String ipv6RaMode,
        @Nullable String ipv6AddressMode,
        List<String> serviceTypes,
        @Nullable UUID subnetpoolId,
        @Nullable UUID segmentId,
        List<String> tags,
        int revisionNumber,
        String createdAt,
        String updatedAt) {

    static SubnetView of(Subnet subnet) {
        return new SubnetView(
                subnet.id(),
                subnet.name(),
                subnet.projectId(),
                subnet.projectId(),
                subnet.networkId(),
                subnet.description(),
                subnet.ipVersion(),
                subnet.cidr(),
                subnet.gateway().orElse(null),
                subnet.enableDhcp(),
                subnet.pools(),
                subnet.options().nameservers(),
                subnet.options().routes(),
                null,
                null,
                List.of(),
                null,
                null,
                subnet.tags(),
                subnet.revision(),
                Times.SECONDS_Z.of(subnet.createdAt()),
                Times.SECONDS_Z.of(subnet.updatedAt()));
    }
}
