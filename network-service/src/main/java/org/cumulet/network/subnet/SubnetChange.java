package org.cumulet.network.subnet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;
import org.cumulet.network.wire.Body;

/// What a caller wants to be different about a subnet.
///
/// @param gateway the new gateway, if [#changesGateway]; empty for none
record SubnetChange(
        Optional<String> name,
        Optional<String> description,
        boolean changesGateway,
        Optional<Ip> gateway,
        Optional<Boolean> enableDhcp,
        Optional<List<IpRange>> pools,
        Optional<List<Ip>> nameservers,
        Optional<List<HostRoute>> routes) {

    /// @param version of the subnet that is changed
    static SubnetChange from(Body body, int version) {
        var change = new SubnetChange(
                body.text("name", 255),
                body.text("description", 255),
                body.has("gateway_ip"),
                SubnetBody.gateway(body, version),
                body.bool("enable_dhcp"),
                SubnetBody.pools(body, version),
                SubnetBody.nameservers(body, version),
                SubnetBody.routes(body, version));
        var readOnly = new HashSet<>(NewSubnet.READ_ONLY);
        readOnly.addAll(List.of(
                "project_id", "tenant_id", "network_id", "ip_version", "cidr", "ipv6_ra_mode", "ipv6_address_mode"));
        body.nothingElse(readOnly, "PUT");
        return change;
    }

    /// How the addresses are divided after this change.
    Layout layout(Subnet subnet) {
        return Layout.of(
                subnet.cidr(), changesGateway ? gateway : subnet.gateway(), Optional.of(pools.orElse(subnet.pools())));
    }
}
