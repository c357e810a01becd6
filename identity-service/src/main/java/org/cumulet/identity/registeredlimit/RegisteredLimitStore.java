package org.cumulet.identity.registeredlimit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// The registered limits.
@Singleton
class RegisteredLimitStore implements PanacheRepositoryBase<RegisteredLimit, String> {

    RegisteredLimit add(RegisteredLimit limit) {
        Unique.orElse(() -> persistAndFlush(limit), () -> duplicate(limit));
        return limit;
    }

    /// Writes what has changed.
    void save(RegisteredLimit limit) {
        Unique.orElse(this::flush, () -> duplicate(limit));
    }

    Optional<RegisteredLimit> find(String serviceId, @Nullable String regionId, String resourceName) {
        var conditions = new Conditions()
                .is("serviceId", serviceId)
                .is("regionId", regionId)
                .is("resourceName", resourceName);
        var all = regionId == null ? conditions.isNull("regionId") : conditions;
        return find(all.jpql(), all.values()).firstResultOptional();
    }

    Page<RegisteredLimit> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("serviceId", "resourceName", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    boolean isInUse(RegisteredLimit limit) {
        return ((Number) getSession()
                                .createNativeQuery("select count(*) from project_limit where registered_limit_id = ?1")
                                .setParameter(1, limit.id())
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    static Fault inUse(RegisteredLimit limit) {
        return new Fault.Forbidden(
                "Unable to update or delete registered limit %s because there are project limits associated with it."
                        .formatted(limit.id()));
    }

    private static Fault duplicate(RegisteredLimit limit) {
        return Refusal.duplicate("registered_limit", "resource_name " + limit.resourceName());
    }
}
