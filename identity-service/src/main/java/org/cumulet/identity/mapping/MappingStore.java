package org.cumulet.identity.mapping;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The mappings.
@Singleton
class MappingStore implements PanacheRepositoryBase<Mapping, String> {

    Mapping add(Mapping mapping) {
        Unique.orElse(() -> persistAndFlush(mapping), () -> Refusal.duplicate("mapping", "ID " + mapping.id()));
        return mapping;
    }

    Page<Mapping> page() {
        return Page.of(findAll(Sort.by("id")).range(0, Listed.MOST).list(), Listed.MOST);
    }

    /// Unless a protocol uses it.
    void remove(Mapping mapping) {
        Unique.orElse(
                () -> {
                    delete(mapping);
                    flush();
                },
                () -> new Fault.Conflict(
                        "Mapping %s is used by a protocol of an identity provider.".formatted(mapping.id())));
    }
}
