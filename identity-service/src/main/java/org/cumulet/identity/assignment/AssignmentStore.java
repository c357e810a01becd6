package org.cumulet.identity.assignment;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Listed;
import org.hibernate.Session;

/// All grants: as they were given, or in effect.
@Singleton
class AssignmentStore {

    private static final String ORDER =
            " order by place, project_id, user_id, group_id, role_id, granted_id, inherited, origin_id";
    private static final String GIVEN =
            "select place, project_id, user_id, group_id, role_id, role_id as granted_id, place as origin, project_id as origin_id, inherited from role_grant where ";
    private static final String EFFECTIVE =
            "select place, project_id, user_id, group_id, role_id, granted_id, origin, origin_id, inherited from effective_grant where ";

    private final Session database;

    AssignmentStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    Page<Assignment> page(Conditions conditions, boolean effective) {
        var sql = (effective ? EFFECTIVE : GIVEN) + conditions.jpql() + ORDER;
        var query = database.createNativeQuery(sql, Assignment.class).setMaxResults(Listed.MOST + 1);
        conditions.values().forEach(query::setParameter);
        return Page.of(query.getResultList(), Listed.MOST);
    }
}
