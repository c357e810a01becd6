package org.cumulet.network.network;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.record.Rows;
import org.cumulet.network.wire.Attributes;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Listing;
import org.cumulet.network.wire.Slice;

/// Where networks are kept.
@Singleton
class NetworkStore implements PanacheRepositoryBase<Network, UUID> {

    private static final Attributes ATTRIBUTES = Attributes.ofResource()
            .bool("admin_state_up", "e.adminStateUp")
            .text("status", "case when e.adminStateUp then 'ACTIVE' else 'DOWN' end")
            .bool("shared", "e.shared")
            .bool("router:external", "e.external")
            .bool("port_security_enabled", "e.portSecurityEnabled")
            .number("mtu", "e.mtu")
            .text("dns_domain", "e.dnsDomain")
            .text("provider:network_type", "e.networkType")
            .where("provider:physical_network", values -> Attributes.oneOf("e.physicalNetwork", values))
            .where("provider:segmentation_id", values -> Attributes.oneOf("str(e.segmentationId)", values))
            .where(
                    "subnets",
                    values -> new Condition(
                            "exists (select 1 from Subnet s where s.networkId = e.id and "
                                    + Attributes.oneOf("s.id", Attributes.ids(values))
                                            .text() + ")",
                            List.copyOf(Attributes.ids(values))))
            .tags();

    private final Listing<Network> listing = new Listing<>(this::getEntityManager, Network.class, ATTRIBUTES);

    Slice<Network> page(ListQuery query, Condition scope) {
        return listing.page(query, scope);
    }

    Optional<Network> lock(UUID id) {
        return Rows.lock(getEntityManager(), Network.class, id);
    }

    List<Network> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /// Asks the database itself, whatever was read before.
    boolean areThere(Collection<UUID> ids) {
        return count("id in ?1", ids) == ids.size();
    }

    /// True when the id of some network begins with the same eight digits.
    boolean isAlike(UUID id) {
        var beginning = id.toString().substring(0, 8);
        return count(
                        "id between ?1 and ?2",
                        UUID.fromString(beginning + "-0000-0000-0000-000000000000"),
                        UUID.fromString(beginning + "-ffff-ffff-ffff-ffffffffffff"))
                > 0;
    }

    boolean isTaken(int vxlan) {
        return count("networkType = 'vxlan' and segmentationId = ?1", vxlan) > 0;
    }

    boolean isTaken(String physicalNetwork) {
        return count("networkType = 'flat' and physicalNetwork = ?1", physicalNetwork) > 0;
    }

    /// The lowest number that no VXLAN network has.
    Optional<Integer> freeVxlan(int first, int last) {
        if (!isTaken(first)) {
            return Optional.of(first);
        }
        return getEntityManager()
                .createQuery("""
                        select min(n.segmentationId) + 1 from Network n
                        where n.networkType = 'vxlan' and n.segmentationId >= ?1 and n.segmentationId < ?2
                          and not exists (select 1 from Network m
                              where m.networkType = 'vxlan' and m.segmentationId = n.segmentationId + 1)""", Integer.class)
                .setParameter(1, first)
                .setParameter(2, last)
                .getResultStream()
                .flatMap(found -> Optional.ofNullable(found).stream())
                .findFirst();
    }

    /// True when a project other than the owner has a port there.
    boolean isUsedByOthers(Network network) {
        return getEntityManager()
                        .createQuery(
                                "select count(p) from Port p where p.networkId = ?1 and p.projectId <> ?2"
                                        + " and p.deviceOwner not like 'network:%'",
                                Long.class)
                        .setParameter(1, network.id())
                        .setParameter(2, network.projectId())
                        .getSingleResult()
                > 0;
    }
}
