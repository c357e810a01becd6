package org.cumulet.identity.region;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The regions.
@Singleton
class RegionStore implements PanacheRepositoryBase<Region, String> {

    private static final String IN_TREE = """
            with recursive above (id) as (
                select cast(:start as varchar)
                union
                select parent_region_id from above join region on region.id = above.id)
            select count(*) from above where id = :sought""";

    Region add(Region region) {
        Unique.orElse(() -> persistAndFlush(region), () -> Refusal.duplicate("region", "ID " + region.id()));
        return region;
    }

    Page<Region> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    /// Whether one is the other or somewhere above it.
    boolean isAbove(String above, String below) {
        return ((Number) getSession()
                                .createNativeQuery(IN_TREE)
                                .setParameter("start", below)
                                .setParameter("sought", above)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /// Unless endpoints or other regions are in it.
    void remove(Region region) {
        Unique.orElse(
                () -> {
                    delete(region);
                    flush();
                },
                () -> new Fault.Forbidden(
                        "Unable to delete region %s because it or its child regions have associated endpoints."
                                .formatted(region.id())));
    }
}
