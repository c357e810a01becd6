package org.cumulet.identity.trust;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Listed;

/// The trusts.
@Singleton
class TrustStore implements PanacheRepositoryBase<Trust, String> {

    private static final String HANDED_ON = """
            with recursive below (id) as (
                select cast(?1 as varchar)
                union
                select trust.id from below join trust on trust.redelegated_trust_id = below.id)
            select id from below""";

    Optional<Trust> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Page<Trust> page(Conditions conditions, Instant now) {
        var good = conditions
                .add("(expiresAt is null or expiresAt > :%s)", now)
                .add("(remainingUses is null or remainingUses > :%s)", 0);
        return Page.of(
                find(good.jpql(), Sort.by("id"), good.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    /// A trust and all that were made from it.
    List<String> withHandedOn(String id) {
        return getSession()
                .createNativeQuery(HANDED_ON, String.class)
                .setParameter(1, id)
                .getResultList();
    }
}
