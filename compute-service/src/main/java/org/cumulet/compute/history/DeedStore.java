package org.cumulet.compute.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.api.page.Page;
import org.cumulet.compute.store.Order;
import org.cumulet.compute.store.PageSelect;
import org.jspecify.annotations.Nullable;

/// Where deeds are kept.
@Singleton
class DeedStore implements PanacheRepositoryBase<Deed, UUID> {

    List<Deed> open(UUID server) {
        return list("server = ?1 and finished is null", server);
    }

    Optional<Deed> find(UUID server, String requestId) {
        return find("server = ?1 and requestId = ?2 order by started desc", server, requestId)
                .firstResultOptional();
    }

    Page<Deed> page(UUID server, @Nullable Instant since, @Nullable Instant before, @Nullable UUID marker, int limit) {
        var select = new PageSelect<>(getEntityManager(), Deed.class, "deed", "id").where("server = :value", server);
        if (since != null) {
            select.where("coalesce(finished, started) >= :value", since);
        }
        if (before != null) {
            select.where("coalesce(finished, started) <= :value", before);
        }
        return select.page(List.of(new Order("started", false)), marker, limit);
    }
}
