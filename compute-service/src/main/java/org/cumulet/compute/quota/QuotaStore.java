package org.cumulet.compute.quota;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Where quotas are kept that differ from the configured ones.
@Singleton
class QuotaStore implements PanacheRepositoryBase<Quota, Quota.Id> {

    List<Quota> of(String owner) {
        return list("id.owner", owner);
    }

    void set(String owner, Map<QuotaKey, Integer> limits) {
        limits.forEach((key, limit) -> getEntityManager().merge(new Quota(owner, key, limit)));
    }

    void forget(String owner) {
        delete("id.owner", owner);
    }

    /// Holds everybody else who counts for this owner up, until the transaction ends.
    void lock(String owner) {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:owner, 1))) held")
                .setParameter("owner", owner)
                .getSingleResult();
    }
}
