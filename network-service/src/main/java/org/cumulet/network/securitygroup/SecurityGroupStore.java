package org.cumulet.network.securitygroup;

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

/// Where security groups and their members are kept.
@Singleton
class SecurityGroupStore implements PanacheRepositoryBase<SecurityGroup, UUID> {

    private final Listing<SecurityGroup> listing = new Listing<>(
            this::getEntityManager, SecurityGroup.class, Attributes.ofResource().tags());

    Slice<SecurityGroup> page(ListQuery query, Condition scope) {
        return listing.page(query, scope);
    }

    Optional<SecurityGroup> lock(UUID id) {
        return Rows.lock(getEntityManager(), SecurityGroup.class, id);
    }

    Optional<SecurityGroup> keep(UUID id) {
        return Rows.keep(getEntityManager(), SecurityGroup.class, id);
    }

    Optional<SecurityGroup> defaultOf(String project) {
        return find("projectId = ?1 and name = ?2", project, SecurityGroup.DEFAULT)
                .firstResultOptional();
    }

    void join(List<Membership> memberships) {
        memberships.forEach(getEntityManager()::persist);
    }

    void leave(UUID port) {
        getEntityManager()
                .createQuery("delete from Membership m where m.portId = ?1")
                .setParameter(1, port)
                .executeUpdate();
    }

    List<Membership> of(Collection<UUID> ports) {
        if (ports.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery("select m from Membership m where m.portId in ?1 order by m.position", Membership.class)
                .setParameter(1, ports)
                .getResultList();
    }

    boolean hasMembers(UUID group) {
        return getEntityManager()
                        .createQuery("select count(m) from Membership m where m.securityGroupId = ?1", Long.class)
                        .setParameter(1, group)
                        .getSingleResult()
                > 0;
    }
}
