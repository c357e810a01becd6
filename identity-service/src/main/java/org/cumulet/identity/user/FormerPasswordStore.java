package org.cumulet.identity.user;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/// Hashes of passwords that users had, as many as must not come back.
@Singleton
class FormerPasswordStore {

    private static final String KEEP = """
            insert into former_password (user_id, password, replaced_at) values (?1, ?2, ?3) on conflict do nothing""";
    private static final String DROP = """
            delete from former_password where user_id = ?1 and replaced_at not in
            (select replaced_at from former_password where user_id = ?1 order by replaced_at desc limit ?2)""";

    private final Session database;

    FormerPasswordStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    /// Keeps one more, and of all no more than so many.
    void keep(String userId, String hash, Instant replacedAt, int most) {
        if (most > 0) {
            database.createNativeQuery(KEEP)
                    .setParameter(1, userId)
                    .setParameter(2, hash)
                    .setParameter(3, replacedAt)
                    .executeUpdate();
        }
        database.createNativeQuery(DROP)
                .setParameter(1, userId)
                .setParameter(2, Math.max(0, most))
                .executeUpdate();
    }

    /// The newest.
    List<String> of(String userId, int most) {
        return database.createNativeQuery(
                        "select password from former_password where user_id = ?1 order by replaced_at desc limit ?2",
                        String.class)
                .setParameter(1, userId)
                .setParameter(2, Math.max(0, most))
                .getResultList();
    }
}
