package org.cumulet.identity.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Locks;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The tree of domains and projects.
@Singleton
class ProjectStore implements PanacheRepositoryBase<Project, String> {

    private final Locks locks;

    ProjectStore(Locks locks) {
        this.locks = locks;
    }

    private static final String ANCESTORS = """
            with recursive above (id, depth) as (
                select parent_id, 1 from project where id = :id
                union all
                select project.parent_id, above.depth + 1 from above join project on project.id = above.id)
            select project.* from above join project on project.id = above.id order by above.depth""";

    private static final String DESCENDANTS = """
            with recursive below (id, depth) as (
                select id, 1 from project where parent_id = :id
                union all
                select project.id, below.depth + 1 from below join project on project.parent_id = below.id)
            select project.* from below join project on project.id = below.id order by below.depth, project.id""";

    Project add(Project project) {
        Unique.orElse(() -> persistAndFlush(project), () -> duplicate(project));
        return project;
    }

    /// Writes what has changed.
    void save(Project project) {
        Unique.orElse(this::flush, () -> duplicate(project));
    }

    Optional<Project> findForChange(String id) {
        locks.own(id);
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Held until the transaction ends: whoever wants to change it waits.
    Optional<Project> findHeld(String id) {
        locks.share(id);
        return findByIdOptional(id);
    }

    /// The id of the domain of a node, which is not read yet. A domain's is its own.
    Optional<String> domainOf(String id) {
        return getSession()
                .createSelectionQuery("select coalesce(domainId, id) from Project where id = ?1", String.class)
                .setParameter(1, id)
                .uniqueResultOptional();
    }

    Optional<Project> findDomain(String name) {
        return find("isDomain and name = ?1", name).firstResultOptional();
    }

    Optional<Project> findProject(String domainId, String name) {
        return find("domainId = ?1 and name = ?2", domainId, name).firstResultOptional();
    }

    Page<Project> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("name", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    List<Project> enabled(Collection<String> ids) {
        return list(
                "id in ?1 and enabled and (isDomain or domainId in (select id from Project where enabled))",
                Sort.by("name", "id"),
                ids);
    }

    List<Project> inDomain(String domainId) {
        return list("domainId = ?1", domainId);
    }

    /// With all that belongs to it.
    void remove(Project project) {
        delete(project);
        flush();
    }

    boolean hasChildren(String id) {
        return count("parentId = ?1", id) > 0;
    }

    boolean hasEnabledChildren(String id) {
        return count("parentId = ?1 and enabled", id) > 0;
    }

    /// From the parent up to the domain.
    List<Project> ancestors(String id) {
        return family(ANCESTORS, id);
    }

    /// Level by level.
    List<Project> descendants(String id) {
        return family(DESCENDANTS, id);
    }

    private List<Project> family(String sql, String id) {
        return getSession()
                .createNativeQuery(sql, Project.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static Fault duplicate(Project project) {
        return project.domainId()
                .map(domain -> Refusal.duplicate("project", project.name(), domain))
                .orElseGet(() -> Refusal.duplicate("domain", "name " + project.name()));
    }
}
