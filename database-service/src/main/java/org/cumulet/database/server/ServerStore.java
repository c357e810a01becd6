package org.cumulet.database.server;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where servers are kept.
@Singleton
class ServerStore implements PanacheRepositoryBase<DatabaseServer, UUID> {

    Optional<DatabaseServer> named(String name) {
        return find("name", name).firstResultOptional();
    }

    boolean isAt(String host, int port) {
        return count("host = ?1 and port = ?2", host, port) > 0;
    }

    List<DatabaseServer> all() {
        return list("order by name");
    }

    /// For as long as the transaction lasts nobody else changes it.
    Optional<DatabaseServer> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean isUsed(UUID server) {
        return !getEntityManager()
                .createNativeQuery("select 1 from database_record where server = ?1 union all"
                        + " select 1 from database_user where server = ?1 limit 1")
                .setParameter(1, server)
                .getResultList()
                .isEmpty();
    }
}
