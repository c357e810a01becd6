package org.cumulet.database.database;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Where databases, users and grants are kept.
@Singleton
class DatabaseStore implements PanacheRepositoryBase<Database, UUID> {

    private static final DatabaseState BUILDING = DatabaseState.BUILDING;

    /// One admission at a time, so that names and quotas are counted right.
    void lock() {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('admission', 2))) held")
                .getSingleResult();
    }

    Optional<Database> named(String project, String name) {
        return find("project = ?1 and name = ?2", project, name).firstResultOptional();
    }

    List<Database> after(String project, String name, int limit) {
        return find("project = ?1 and name > ?2 order by name", project, name)
                .range(0, limit - 1)
                .list();
    }

    List<Database> withIds(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    List<Database> onServer(String project, UUID server) {
        return list("project = ?1 and server = ?2 order by name", project, server);
    }

    List<Database> active() {
        return list("state", DatabaseState.ACTIVE);
    }

    /// Something new is to be made true. Workflows are told so by the row itself, whatever they have read of it before.
    void build(Database database, Instant now) {
        getEntityManager().flush();
        update("state = ?1, trouble = null, wish = wish + 1, updated = ?2 where id = ?3", BUILDING, now, database.id());
        getEntityManager().refresh(database);
    }

    /// Whether this wish was the last one, and is fulfilled now.
    boolean activate(UUID id, int wish, Instant now) {
        return update(
                        "state = ?1, trouble = null, updated = ?2"
                                + " where id = ?3 and wish = ?4 and state = ?5 and filling = false",
                        DatabaseState.ACTIVE,
                        now,
                        id,
                        wish,
                        BUILDING)
                == 1;
    }

    /// Whether this wish was the last one, and has failed now.
    boolean fail(UUID id, int wish, String why, Instant now) {
        return update(
                        "state = ?1, trouble = ?2, updated = ?3 where id = ?4 and wish = ?5 and state = ?6",
                        DatabaseState.ERROR,
                        why,
                        now,
                        id,
                        wish,
                        BUILDING)
                == 1;
    }

    boolean isTaken(UUID server, String name) {
        return count("server = ?1 and name = ?2", server, name) > 0;
    }

    long count(String project) {
        return count("project", project);
    }

    /// How many databases each server has.
    Map<UUID, Long> load() {
        return getEntityManager()
                .createQuery("select d.server, count(*) from Database d group by d.server", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    Optional<DatabaseUser> user(UUID server, String name) {
        return getEntityManager()
                .createQuery("from DatabaseUser where server = ?1 and name = ?2", DatabaseUser.class)
                .setParameter(1, server)
                .setParameter(2, name)
                .getResultStream()
                .findFirst();
    }

    Optional<DatabaseUser> user(UUID id) {
        return Optional.ofNullable(getEntityManager().find(DatabaseUser.class, id));
    }

    List<DatabaseUser> usersOnServer(String project, UUID server) {
        return getEntityManager()
                .createQuery("from DatabaseUser where project = ?1 and server = ?2 order by name", DatabaseUser.class)
                .setParameter(1, project)
                .setParameter(2, server)
                .getResultList();
    }

    long countUsers(String project) {
        return getEntityManager()
                .createQuery("select count(*) from DatabaseUser where project = ?1", Long.class)
                .setParameter(1, project)
                .getSingleResult();
    }

    List<UUID> usersWithOldPasswordUntil(Instant now) {
        return getEntityManager()
                .createQuery("select id from DatabaseUser where oldUntil <= ?1", UUID.class)
                .setParameter(1, now)
                .getResultList();
    }

    List<DatabaseGrant> grantsIn(Database database) {
        return getEntityManager()
                .createQuery(
                        "from DatabaseGrant g join fetch g.user where g.database = ?1 order by g.user.name",
                        DatabaseGrant.class)
                .setParameter(1, database)
                .getResultList();
    }

    /// The grants of many databases, in one query.
    Map<Database, List<DatabaseGrant>> grantsIn(List<Database> databases) {
        return databases.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "from DatabaseGrant g join fetch g.user where g.database in ?1 order by g.user.name",
                                DatabaseGrant.class)
                        .setParameter(1, databases)
                        .getResultStream()
                        .collect(Collectors.groupingBy(DatabaseGrant::database));
    }

    List<DatabaseGrant> grantsOf(DatabaseUser user) {
        return getEntityManager()
                .createQuery("from DatabaseGrant g join fetch g.database where g.user = ?1", DatabaseGrant.class)
                .setParameter(1, user)
                .getResultList();
    }

    /// What users have, and have not lost, in one query.
    Map<DatabaseUser, List<DatabaseGrant>> grantsOf(List<DatabaseUser> users) {
        return users.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "from DatabaseGrant g join fetch g.database where g.user in ?1 order by g.database.name",
                                DatabaseGrant.class)
                        .setParameter(1, users)
                        .getResultStream()
                        .filter(grant -> !grant.isWithdrawn())
                        .collect(Collectors.groupingBy(DatabaseGrant::user));
    }

    List<Database> onServers(Collection<String> projects, Collection<UUID> servers) {
        return list("project in ?1 and server in ?2", projects, servers);
    }

    void add(Object row) {
        getEntityManager().persist(row);
    }

    void remove(Object row) {
        getEntityManager().remove(row);
    }
}
