package org.cumulet.inventory.preparation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where preparations are kept.
@Singleton
class PreparationStore implements PanacheRepositoryBase<Preparation, UUID> {

    private static final Sort NEWEST_FIRST = Sort.by("createdAt").descending().and("id", Sort.Direction.Descending);

    /// The newest first, after a given one.
    List<Preparation> list(@Nullable UUID host, @Nullable Preparation after, int most) {
        var conditions = "(:host is null or host = :host)"
                + (after == null ? "" : " and (createdAt < :at or createdAt = :at and id < :id)");
        var values = Parameters.with("host", host);
        if (after != null) {
            values.and("at", after.createdAt()).and("id", after.id());
        }
        return find(conditions, NEWEST_FIRST, values).range(0, most - 1).list();
    }

    Optional<Preparation> locked(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /// As it is now, and nobody else changes it meanwhile.
    void lock(Preparation preparation) {
        getEntityManager().refresh(preparation, LockModeType.PESSIMISTIC_WRITE);
    }

    /// What has changed the same host since, and stands.
    List<UUID> laterOnes(Preparation preparation) {
        return find(
                        "host = ?1 and createdAt > ?2 and state in ?3",
                        preparation.host(),
                        preparation.createdAt(),
                        List.of(PreparationState.PREPARED, PreparationState.UNDOING))
                .stream()
                .map(Preparation::id)
                .toList();
    }
}
