package org.cumulet.identity.domainconfig;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;

/// The settings of the domains, encrypted.
@Singleton
class DomainConfigStore {

    private static final String PUT = """
            insert into domain_config (domain_id, sealed) values (?1, ?2)
            on conflict (domain_id) do update set sealed = excluded.sealed""";

    private final Session database;

    DomainConfigStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    void put(String domainId, byte[] sealed) {
        database.createNativeQuery(PUT)
                .setParameter(1, domainId)
                .setParameter(2, sealed)
                .executeUpdate();
    }

    Optional<byte[]> find(String domainId) {
        return database.createNativeQuery("select sealed from domain_config where domain_id = ?1", byte[].class)
                .setParameter(1, domainId)
                .uniqueResultOptional();
    }

    /// By domain.
    Map<String, byte[]> all() {
        return database
                .createNativeQuery("select domain_id, sealed from domain_config", Row.class)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Row::domainId, Row::sealed));
    }

    record Row(String domainId, byte[] sealed) {}

    void remove(String domainId) {
        database.createNativeQuery("delete from domain_config where domain_id = ?1")
                .setParameter(1, domainId)
                .executeUpdate();
    }
}
