package org.cumulet.identity.implication;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.Session;

/// Which role implies which, by their ids.
@Singleton
class ImplicationStore {

    private final Session database;

    ImplicationStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    record Pair(String prior, String implied) {}

    List<Pair> all() {
        return database.createNativeQuery(
                        "select prior_role_id, implied_role_id from implied_role order by 1, 2", Pair.class)
                .getResultList();
    }

    List<String> impliedBy(String prior) {
        return database.createNativeQuery(
                        "select implied_role_id from implied_role where prior_role_id = ?1", String.class)
                .setParameter(1, prior)
                .getResultList();
    }

    boolean contains(String prior, String implied) {
        return impliedBy(prior).contains(implied);
    }

    void remove(String prior, String implied) {
        database.createNativeQuery("delete from implied_role where prior_role_id = ?1 and implied_role_id = ?2")
                .setParameter(1, prior)
                .setParameter(2, implied)
                .executeUpdate();
    }
}
