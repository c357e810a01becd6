package org.cumulet.identity.grant;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import java.util.List;
import org.cumulet.identity.role.Role;
import org.hibernate.Session;

/// Who holds what where: as it was given, and in effect (with groups, inheritance and implied roles spelt out).
@Singleton
class GrantStore {

    private static final String HERE = " place = :place and project_id is not distinct from cast(:node as varchar) ";

    /// What every login asks: only grants of this user are looked at, and only what is above this place.
    private static final String HELD = """
            with recursive above (id) as (
                select parent_id from project where id = cast(:node as varchar) and :place = 'PROJECT'
                union
                select project.parent_id from above join project on project.id = above.id),
            held (id) as (
                select role_id from role_grant
                where (user_id = :user or group_id in (select group_id from membership where user_id = :user))
                and (not inherited and place = :place and project_id is not distinct from cast(:node as varchar)
                    or inherited and project_id in (select id from above))
                union
                select implied_role_id from held join implied_role on prior_role_id = held.id)
            select role.* from role join held on held.id = role.id where role.domain_id is null""";

    private final Session database;

    GrantStore(@PersistenceUnit("identity") Session database) {
        this.database = database;
    }

    /// Once or again.
    void put(Grant grant) {
        var sql =
                "insert into role_grant (%s, place, project_id, role_id, inherited) values (:holder, :place, :node, :role, :inherited) on conflict do nothing"
                        .formatted(grant.holder().column());
        exactly(grant, sql).executeUpdate();
    }

    boolean contains(Grant grant) {
        var sql =
                "select count(*) from role_grant where %s = :holder and role_id = :role and inherited = :inherited and %s"
                        .formatted(grant.holder().column(), HERE);
        return ((Number) exactly(grant, sql).getSingleResult()).longValue() > 0;
    }

    boolean remove(Grant grant) {
        var sql = "delete from role_grant where %s = :holder and role_id = :role and inherited = :inherited and %s"
                .formatted(grant.holder().column(), HERE);
        return exactly(grant, sql).executeUpdate() > 0;
    }

    List<Role> rolesGiven(Holder holder, Place place, boolean inherited) {
        var sql =
                "select role.* from role_grant join role on role.id = role_id where %s = :holder and inherited = :inherited and %s order by role.name"
                        .formatted(holder.column(), HERE);
        return roles(at(place, database.createNativeQuery(sql, Role.class))
                .setParameter("holder", holder.id())
                .setParameter("inherited", inherited));
    }

    List<Role> rolesHeld(String userId, Place place) {
        return roles(at(place, database.createNativeQuery(HELD, Role.class)).setParameter("user", userId));
    }

    /// Projects where a user holds any role.
    List<String> projectsOf(String userId) {
        return ids("select distinct project_id from effective_grant where user_id = :id and place = 'PROJECT'", userId);
    }

    /// Domains where a user holds any role.
    List<String> domainsOf(String userId) {
        return ids("select distinct project_id from effective_grant where user_id = :id and place = 'DOMAIN'", userId);
    }

    List<String> holdersOf(String roleId) {
        return ids("select distinct user_id from effective_grant where role_id = :id or granted_id = :id", roleId);
    }

    private Query exactly(Grant grant, String sql) {
        return at(grant.place(), database.createNativeQuery(sql))
                .setParameter("holder", grant.holder().id())
                .setParameter("role", grant.roleId())
                .setParameter("inherited", grant.inherited());
    }

    private static Query at(Place place, Query query) {
        return query.setParameter("place", place.kind())
                .setParameter("node", place.node().orElse(null));
    }

    @SuppressWarnings("unchecked")
    private static List<Role> roles(Query query) {
        return query.getResultList();
    }

    private List<String> ids(String sql, String id) {
        return database.createNativeQuery(sql, String.class)
                .setParameter("id", id)
                .getResultList();
    }
}
