package org.cumulet.identity.region;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The regions.
@Singleton
class RegionStore implements PanacheRepositoryBase<Region, String> {

    private static final String UPWARDS = """
            with recursive above (id, depth) as (
                select id, 0 from region where id = ?1
                union all
                select parent_region_id, depth + 1 from above join region on region.id = above.id
                where parent_region_id is not null)
            select id from above order by depth""";

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
        return upwards(below).contains(above);
    }

    /// The region itself first.
    List<String> upwards(String id) {
        return getSession()
                .createNativeQuery(UPWARDS, String.class)
                .setParameter(1, id)
                .getResultList();
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
