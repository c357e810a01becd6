package org.cumulet.database.backup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.database.engine.EngineKind;
import org.jspecify.annotations.Nullable;

/// Where backups are kept: what is known of them, not their bytes.
@Singleton
class BackupStore implements PanacheRepositoryBase<Backup, UUID> {

    Optional<Backup> withId(String project, UUID id) {
        return find("project = ?1 and id = ?2", project, id).firstResultOptional();
    }

    /// The newest first.
    ///
    /// @param database the name of a database, or all of them
    /// @param marker the last one of the page before
    List<Backup> after(String project, @Nullable String database, @Nullable Backup marker, int limit) {
        var all = Instant.parse("9999-01-01T00:00:00Z");
        return find(
                        "project = ?1 and databaseName = coalesce(?2, databaseName) and (created < ?3 or created = ?3 and id < ?4)"
                                + " order by created desc, id desc",
                        project,
                        database,
                        marker == null ? all : marker.created(),
                        marker == null ? new UUID(0, 0) : marker.id())
                .range(0, limit - 1)
                .list();
    }

    /// The first ones of those that were ordered together, the newest first.
    ///
    /// @param project null for all projects
    /// @param marker the last one of the page before
    List<Backup> firsts(
            @Nullable String project,
            @Nullable UUID instance,
            @Nullable EngineKind engine,
            @Nullable Backup marker,
            int limit) {
        var query = new StringBuilder("id = whole");
        var values = new HashMap<String, Object>();
        if (project != null) {
            query.append(" and project = :project");
            values.put("project", project);
        }
        if (instance != null) {
            query.append(" and instance = :instance");
            values.put("instance", instance);
        }
        if (engine != null) {
            query.append(" and engine = :engine");
            values.put("engine", engine);
        }
        if (marker != null) {
            query.append(" and (created < :created or created = :created and id < :id)");
            values.put("created", marker.created());
            values.put("id", marker.id());
        }
        return find(query.append(" order by created desc, id desc").toString(), values)
                .range(0, limit - 1)
                .list();
    }

    /// All that were ordered together with these.
    List<Backup> wholes(Collection<UUID> firsts) {
        return list("whole in ?1 order by created, id", firsts);
    }

    /// All that were ordered together with that one.
    List<Backup> whole(String project, UUID first) {
        return list("project = ?1 and whole = ?2 order by created, id", project, first);
    }

    /// Those that count.
    long count(String project) {
        return count("project = ?1 and kind <> ?2", project, BackupKind.LAST);
    }

    Optional<Backup> lastOneInTheMaking(UUID database) {
        return find("databaseId = ?1 and kind = ?2 and state = ?3", database, BackupKind.LAST, BackupState.BUILDING)
                .firstResultOptional();
    }

    boolean isMakingOne(UUID database, BackupKind kind) {
        return count("databaseId = ?1 and kind = ?2 and state = ?3", database, kind, BackupState.BUILDING) > 0;
    }

    /// The whole ones that a schedule made, the newest first.
    List<Backup> scheduled(UUID database) {
        return list(
                "databaseId = ?1 and kind = ?2 and state = ?3 order by created desc, id desc",
                database,
                BackupKind.SCHEDULED,
                BackupState.COMPLETE);
    }

    /// What is over; of a database that is still there the newest whole one stays.
    List<Backup> expired(Instant now) {
        return list(
                "from Backup b where b.expires < ?1 and not (b.kind <> ?2 and b.state = ?3"
                        + " and exists (from Database d where d.id = b.databaseId)"
                        + " and not exists (from Backup n where n.databaseId = b.databaseId and n.state = ?3 and n.created > b.created))",
                now,
                BackupKind.LAST,
                BackupState.COMPLETE);
    }

    boolean isKept(String sha512) {
        return count("sha512", sha512) > 0;
    }

    Set<String> kept() {
        return getEntityManager()
                .createQuery("select b.sha512 from Backup b where b.sha512 is not null", String.class)
                .getResultStream()
                .collect(Collectors.toSet());
    }
}
