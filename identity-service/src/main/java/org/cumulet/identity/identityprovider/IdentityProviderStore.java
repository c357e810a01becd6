package org.cumulet.identity.identityprovider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Locks;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The identity providers.
@Singleton
class IdentityProviderStore implements PanacheRepositoryBase<IdentityProvider, String> {

    private final Locks locks;

    IdentityProviderStore(Locks locks) {
        this.locks = locks;
    }

    IdentityProvider add(IdentityProvider provider) {
        Unique.orElse(() -> persistAndFlush(provider), () -> duplicate(provider));
        return provider;
    }

    /// Writes what has changed.
    void save(IdentityProvider provider) {
        Unique.orElse(this::flush, () -> duplicate(provider));
    }

    Optional<IdentityProvider> findForChange(String id) {
        locks.own(lock(id));
        return findByIdOptional(id);
    }

    /// Held until the transaction ends: whoever wants to change it waits.
    Optional<IdentityProvider> findHeld(String id) {
        locks.share(lock(id));
        return findByIdOptional(id);
    }

    Page<IdentityProvider> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    /// Those in use that have this protocol.
    List<IdentityProvider> speaking(String protocolId) {
        return list(
                "enabled and id in (select p.key.providerId from Protocol p where p.key.id = ?1) order by id",
                protocolId);
    }

    private static String lock(String id) {
        return "identity_provider:" + id;
    }

    private static Fault duplicate(IdentityProvider provider) {
        return Refusal.duplicate(
                "identity_provider", "ID %s or remote IDs %s".formatted(provider.id(), provider.remoteIds()));
    }
}
