package org.cumulet.compute.flavor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cumulet.api.page.Page;
import org.cumulet.compute.store.Order;
import org.cumulet.compute.store.PageSelect;
import org.jspecify.annotations.Nullable;

/// Where flavors are kept.
@Singleton
class FlavorStore implements PanacheRepositoryBase<Flavor, String> {

    /// What lists can be sorted by.
    static final Map<String, String> SORT_KEYS = Map.ofEntries(
            Map.entry("created_at", "created"),
            Map.entry("description", "coalesce(description, '')"),
            Map.entry("disabled", "false"),
            Map.entry("ephemeral_gb", "ephemeral"),
            Map.entry("flavorid", "id"),
            Map.entry("id", "created"),
            Map.entry("is_public", "is_public"),
            Map.entry("memory_mb", "ram"),
            Map.entry("name", "name"),
            Map.entry("root_gb", "disk"),
            Map.entry("rxtx_factor", "rxtx_factor"),
            Map.entry("swap", "swap"),
            Map.entry("updated_at", "created"),
            Map.entry("vcpu_weight", "0"),
            Map.entry("vcpus", "vcpus"));

    private static final String SEEN = "(is_public or :value = any(projects))";

    Optional<Flavor> lock(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean hasName(String name) {
        return count("name", name) > 0;
    }

    /// @param project whose flavors; null for everybody's
    Optional<Flavor> seenBy(@Nullable String project, String id) {
        return findByIdOptional(id)
                .filter(flavor -> project == null
                        || flavor.isPublic()
                        || flavor.projects().contains(project));
    }

    Page<Flavor> page(FlavorFilter filter, List<Order> orders, @Nullable String marker, int limit) {
        var select = new PageSelect<>(getEntityManager(), Flavor.class, "flavor", "id")
                .where("ram >= :value", filter.minRam())
                .where("disk >= :value", filter.minDisk());
        filter.visibility().ifPresent(isPublic -> {
            if (isPublic) {
                select.where(SEEN, filter.project());
            } else {
                select.where("not is_public");
            }
        });
        return select.page(orders, marker, limit);
    }
}
