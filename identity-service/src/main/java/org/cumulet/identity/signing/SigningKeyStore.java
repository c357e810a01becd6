package org.cumulet.identity.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/// The key pairs, newest first.
@Singleton
class SigningKeyStore implements PanacheRepositoryBase<SigningKey, String> {

    private static final long LOCK = 0x1d_e4_51_69L;

    List<SigningKey> all() {
        return listAll(Sort.descending("signsFrom", "id"));
    }

    /// When the newest was made.
    Instant newest() {
        return getSession()
                .createSelectionQuery("select max(createdAt) from SigningKey", Instant.class)
                .getSingleResult();
    }

    /// One process at a time makes a key; false when another is at it.
    boolean lock() {
        return getSession()
                .createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class)
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    /// Those whose successor signs since before then.
    void dropReplacedBefore(Instant limit) {
        delete("signsFrom < (select max(next.signsFrom) from SigningKey next where next.signsFrom < ?1)", limit);
    }
}
