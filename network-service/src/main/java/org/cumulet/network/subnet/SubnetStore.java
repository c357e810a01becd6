package org.cumulet.network.subnet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.address.Ip;
import org.cumulet.network.record.Rows;
import org.cumulet.network.wire.Attributes;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Listing;
import org.cumulet.network.wire.Slice;

/// Where subnets are kept.
@Singleton
class SubnetStore implements PanacheRepositoryBase<Subnet, UUID> {

    private static final Attributes ATTRIBUTES = Attributes.ofResource()
            .id("network_id", "e.networkId")
            .number("ip_version", "e.ipVersion")
            .text("cidr", "e.cidr")
            .bool("enable_dhcp", "e.enableDhcp")
            .where(
                    "gateway_ip",
                    values -> Attributes.oneOf(
                            "e.gatewayIp",
                            values.stream().flatMap(it -> Ip.parse(it).stream()).toList()))
            .tags();

    private final Listing<Subnet> listing = new Listing<>(this::getEntityManager, Subnet.class, ATTRIBUTES);

    Slice<Subnet> page(ListQuery query, Condition scope) {
        return listing.page(query, scope);
    }

    Optional<Subnet> lock(UUID id) {
        return Rows.lock(getEntityManager(), Subnet.class, id);
    }

    /// In the order in which they were made.
    List<Subnet> on(Collection<UUID> networks) {
        return networks.isEmpty() ? List.of() : list("networkId in ?1 order by createdAt, id", networks);
    }

    void deleteOn(UUID network) {
        delete("networkId", network);
    }
}
