package org.cumulet.network.securityrule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.network.wire.Attributes;
import org.cumulet.network.wire.Condition;
import org.cumulet.network.wire.ListQuery;
import org.cumulet.network.wire.Listing;
import org.cumulet.network.wire.Slice;

/// Where rules are kept.
@Singleton
class SecurityRuleStore implements PanacheRepositoryBase<SecurityRule, UUID> {

    private static final Attributes ATTRIBUTES = Attributes.ofOwned()
            .id("security_group_id", "e.securityGroupId")
            .text("direction", "e.direction")
            .text("ethertype", "e.ethertype")
            .where("protocol", values -> Attributes.oneOf("e.protocol", values))
            .where("port_range_min", values -> Attributes.oneOf("str(e.portRangeMin)", values))
            .where("port_range_max", values -> Attributes.oneOf("str(e.portRangeMax)", values))
            .where("remote_ip_prefix", values -> Attributes.oneOf("e.remoteIpPrefix", values))
            .where("remote_group_id", values -> Attributes.oneOf("e.remoteGroupId", Attributes.ids(values)));

    private final Listing<SecurityRule> listing = new Listing<>(this::getEntityManager, SecurityRule.class, ATTRIBUTES);

    Slice<SecurityRule> page(ListQuery query, Condition scope) {
        return listing.page(query, scope);
    }

    List<SecurityRule> of(Collection<UUID> groups) {
        return groups.isEmpty() ? List.of() : list("securityGroupId in ?1 order by createdAt, id", groups);
    }

    /// One that says the same.
    Optional<SecurityRule> like(NewSecurityRule wish) {
        return find(
                        "securityGroupId = ?1 and direction = ?2 and ethertype = ?3"
                                + " and protocol is not distinct from ?4"
                                + " and portRangeMin is not distinct from ?5"
                                + " and portRangeMax is not distinct from ?6"
                                + " and remoteIpPrefix is not distinct from ?7"
                                + " and remoteGroupId is not distinct from ?8",
                        wish.groupId(),
                        wish.direction(),
                        wish.ethertype(),
                        wish.protocol().map(Protocol::text).orElse(null),
                        wish.portMin().orElse(null),
                        wish.portMax().orElse(null),
                        wish.remotePrefix().orElse(null),
                        wish.remoteGroup().orElse(null))
                .firstResultOptional();
    }
}
