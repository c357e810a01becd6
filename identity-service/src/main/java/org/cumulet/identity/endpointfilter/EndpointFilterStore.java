package org.cumulet.identity.endpointfilter;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Which endpoints and groups of endpoints are named for which projects.
@Singleton
class EndpointFilterStore {

    private final Session database;

    EndpointFilterStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    /// What a project may be given: endpoints one by one, or groups of them.
    enum Kind {
        ENDPOINT("project_endpoint", "endpoint_id"),
        GROUP("project_endpoint_group", "group_id");

        private final String table;
        private final String column;

        Kind(String table, String column) {
            this.table = table;
            this.column = column;
        }
    }

    /// One of the two is there.
    record Named(@Nullable String endpointId, @Nullable String groupId) {}

    /// Once or again.
    void put(Kind kind, String projectId, String id) {
        change("insert into %s (project_id, %s) values (?1, ?2) on conflict do nothing", kind, projectId, id);
    }

    boolean remove(Kind kind, String projectId, String id) {
        return change("delete from %s where project_id = ?1 and %s = ?2", kind, projectId, id) > 0;
    }

    boolean contains(Kind kind, String projectId, String id) {
        return projectsOf(kind, id).contains(projectId);
    }

    List<String> projectsOf(Kind kind, String id) {
        return database.createNativeQuery(
                        "select project_id from %s where %s = ?1".formatted(kind.table, kind.column), String.class)
                .setParameter(1, id)
                .getResultList();
    }

    /// All that is named for a project.
    List<Named> of(String projectId) {
        return database.createNativeQuery("""
                        select endpoint_id, cast(null as varchar) as group_id from project_endpoint where project_id = ?1
                        union all
                        select null, group_id from project_endpoint_group where project_id = ?1""", Named.class)
                .setParameter(1, projectId)
                .getResultList();
    }

    private int change(String sql, Kind kind, String projectId, String id) {
        return database.createNativeQuery(sql.formatted(kind.table, kind.column))
                .setParameter(1, projectId)
                .setParameter(2, id)
                .executeUpdate();
    }
}
