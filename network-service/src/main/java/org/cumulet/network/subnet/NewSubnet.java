package org.cumulet.network.subnet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Caller;
import org.cumulet.network.address.Cidr;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.Owner;

/// The subnet a caller wants.
///
/// @param gateway what was asked for, or the first address where nothing was said; empty for none
record NewSubnet(
        String projectId,
        UUID networkId,
        String name,
        String description,
        Cidr cidr,
        Optional<Ip> gateway,
        boolean enableDhcp,
        Optional<List<IpRange>> pools,
        List<Ip> nameservers,
        List<HostRoute> routes) {

    static final Set<String> READ_ONLY = Set.of(
            "id",
            "subnetpool_id",
            "segment_id",
            "service_types",
            "tags",
            "revision_number",
            "created_at",
            "updated_at");

    private static final Cidr MULTICAST_4 = Cidr.of("224.0.0.0/4");
    private static final Cidr MULTICAST_6 = Cidr.of("ff00::/8");
    private static final Cidr LOOPBACK_4 = Cidr.of("127.0.0.0/8");
    private static final Cidr LOOPBACK_6 = Cidr.of("::1/128");
    private static final int SMALLEST_WITH_DHCP = 30;

    static NewSubnet from(Body body, Caller caller) {
        var version = body.required("ip_version", body.integer("ip_version", 4, 6));
        var cidr = cidr(body, version);
        var gateway = SubnetBody.gateway(body, version);
        SubnetBody.noAdvertising(body);
        var wish = new NewSubnet(
                Owner.of(body, caller),
                body.required("network_id", body.uuid("network_id")),
                body.text("name", 255).orElse(""),
                body.text("description", 255).orElse(""),
                cidr,
                body.has("gateway_ip") ? gateway : Optional.of(Layout.usualGateway(cidr)),
                body.bool("enable_dhcp").orElse(true),
                SubnetBody.pools(body, version),
                SubnetBody.nameservers(body, version).orElse(List.of()),
                SubnetBody.routes(body, version).orElse(List.of()));
        body.nothingElse(READ_ONLY, "POST");
        return wish.checked();
    }

    private static Cidr cidr(Body body, int version) {
        if (version == 5) {
            throw Body.invalid("ip_version", "'5' is not in [4, 6].");
        }
        if (!body.has("cidr") || body.isNull("cidr")) {
            throw new Fault.BadRequest("Bad subnets request: a subnetpool must be specified in the absence of a cidr.")
                    .named("BadRequest");
        }
        var text = body.text("cidr", 64).orElseThrow();
        var cidr = Cidr.parse(text)
                .orElseThrow(() -> Body.invalid("cidr", "'%s' is not a valid IP subnet.".formatted(text)));
        if (!Ip.parse(text.substring(0, text.indexOf('/'))).equals(Optional.of(cidr.first()))) {
            throw Body.invalid(
                    "cidr", "'%s' isn't a recognized IP subnet cidr, '%s' is recommended.".formatted(text, cidr));
        }
        if (cidr.version() != version) {
            throw invalid("ip_version %d does not match cidr %s".formatted(version, cidr));
        }
        return cidr;
    }

    private NewSubnet checked() {
        if (cidr.prefix() == 0) {
            throw invalid("0 is not allowed as CIDR prefix length");
        }
        if (cidr.overlaps(MULTICAST_4) || cidr.overlaps(MULTICAST_6)) {
            throw invalid("Multicast IP subnet is not supported");
        }
        if (cidr.overlaps(LOOPBACK_4) || cidr.overlaps(LOOPBACK_6)) {
            throw invalid("Loopback IP subnet is not supported");
        }
        if (enableDhcp && cidr.version() == 4 && cidr.prefix() > SMALLEST_WITH_DHCP) {
            throw invalid("Subnet has a prefix length that is incompatible with DHCP service enabled");
        }
        return this;
    }

    private static Fault invalid(String reason) {
        return new Fault.BadRequest("Invalid input for operation: %s.".formatted(reason)).named("InvalidInput");
    }
}
