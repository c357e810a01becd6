package org.cumulet.identity.identityprovider;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Refusal;

/// The protocols of all identity providers.
@Singleton
class ProtocolStore implements PanacheRepositoryBase<Protocol, Protocol.Key> {

    Protocol add(Protocol protocol) {
        Unique.orElse(
                () -> persistAndFlush(protocol), () -> Refusal.duplicate("federation_protocol", "ID " + protocol.id()));
        return protocol;
    }

    List<Protocol> of(String providerId) {
        return list("key.providerId = ?1 order by key.id", providerId);
    }

    /// Ids of the providers that use a mapping, in one order.
    List<String> using(String mappingId) {
        return list("mappingId = ?1", mappingId).stream()
                .map(Protocol::providerId)
                .distinct()
                .sorted()
                .toList();
    }
}
