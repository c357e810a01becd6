package org.cumulet.identity.limit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The limits of all projects and domains.
@Singleton
class LimitStore implements PanacheRepositoryBase<Limit, String> {

    Limit add(Limit limit) {
        Unique.orElse(
                () -> persistAndFlush(limit),
                () -> Refusal.duplicate(
                        "limit", "resource_name " + limit.registered().resourceName()));
        return limit;
    }

    Page<Limit> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }
}
