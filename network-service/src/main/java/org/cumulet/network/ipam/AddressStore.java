package org.cumulet.network.ipam;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.network.address.Ip;
import org.cumulet.network.address.IpRange;

/// Where addresses in use are kept.
@Singleton
class AddressStore implements PanacheRepositoryBase<FixedIp, UUID> {

    List<FixedIp> of(Collection<UUID> ports) {
        return ports.isEmpty() ? List.of() : list("portId in ?1 order by position", ports);
    }

    /// Which addresses of a range are in use.
    Set<Ip> used(UUID subnet, IpRange range) {
        return new HashSet<>(getEntityManager()
                .createQuery(
                        "select f.address from FixedIp f where f.subnetId = ?1 and f.address between ?2 and ?3",
                        Ip.class)
                .setParameter(1, subnet)
                .setParameter(2, range.start())
                .setParameter(3, range.end())
                .getResultList());
    }

    Map<UUID, Long> count(Collection<UUID> subnets) {
        if (subnets.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "select f.subnetId, count(f) from FixedIp f where f.subnetId in ?1 group by f.subnetId",
                        Object[].class)
                .setParameter(1, subnets)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    Optional<AddressCursor> cursor(UUID subnet) {
        return Optional.ofNullable(getEntityManager().find(AddressCursor.class, subnet));
    }

    void move(UUID subnet, Ip to) {
        cursor(subnet)
                .ifPresentOrElse(
                        cursor -> cursor.move(to), () -> getEntityManager().persist(new AddressCursor(subnet, to)));
    }
}
