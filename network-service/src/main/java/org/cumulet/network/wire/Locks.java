package org.cumulet.network.wire;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;

/// What must happen one after the other, across all processes on this database. A lock is held until the transaction
/// ends; those of projects are taken before those of networks, and several always in the same order.
@Singleton
public class Locks {

    private final EntityManager entities;

    Locks(@PersistenceUnit("network") EntityManager entities) {
        this.entities = entities;
    }

    /// Counting what projects have, and adding to it.
    public void projects(Collection<String> ids) {
        ids.stream().distinct().sorted().forEach(id -> take("project " + id));
    }

    /// Giving out addresses of networks.
    public void networks(Collection<UUID> ids) {
        ids.stream().map(UUID::toString).distinct().sorted().forEach(id -> take("network " + id));
    }

    /// Giving out segments.
    public void segments() {
        take("segments");
    }

    private void take(String name) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, name)
                .getSingleResult();
    }
}
