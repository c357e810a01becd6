package org.cumulet.identity.revocation;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.cumulet.auth.Revocation;
import org.cumulet.auth.Revocation.Kind;
import org.hibernate.Session;

/// The instants, one per thing.
@Singleton
class RevocationStore {

    private static final String PUT = """
            insert into revocation (kind, id, not_before) values (:kind, :id, :instant)
            on conflict (kind, id) do update set not_before = greatest(revocation.not_before, excluded.not_before)""";

    private static final String FORGET_SOME = """
            delete from revocation where (kind, id) in
            (select kind, id from revocation where not_before < :limit limit 10 for update skip locked)""";

    private final Session database;

    RevocationStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    void put(Revocation revocation) {
        database.createNativeQuery(PUT)
                .setParameter("kind", revocation.kind().name())
                .setParameter("id", revocation.id())
                .setParameter("instant", revocation.notBefore())
                .executeUpdate();
    }

    /// A few at a time, so that revoking costs the same whatever the history.
    void forgetSomeBefore(Instant limit) {
        database.createNativeQuery(FORGET_SOME).setParameter("limit", limit).executeUpdate();
    }

    List<Revocation> since(Instant limit) {
        return rows("select kind, id, not_before from revocation where not_before >= ?1", limit);
    }

    List<Revocation> of(Collection<String> ids) {
        return rows("select kind, id, not_before from revocation where id in (?1)", ids);
    }

    private List<Revocation> rows(String sql, Object parameter) {
        return database.createNativeQuery(sql, Row.class).setParameter(1, parameter).getResultList().stream()
                .map(row -> new Revocation(Kind.valueOf(row.kind()), row.id(), row.notBefore()))
                .toList();
    }

    record Row(String kind, String id, Instant notBefore) {}
}
