package org.cumulet.identity.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The groups of all domains.
@Singleton
class GroupStore implements PanacheRepositoryBase<Group, String> {

    private static final String ADD_ONCE = """
            insert into identity_group (id, domain_id, name, description, extra, directory_id)
            values (:id, :domain, :name, :description, '{}', :directory) on conflict (id) do nothing""";

    Group add(Group group) {
        Unique.orElse(() -> persistAndFlush(group), () -> duplicate(group));
        return group;
    }

    /// Unless somebody else has just done so.
    void addOnce(Group group) {
        getSession()
                .createNativeQuery(ADD_ONCE)
                .setParameter("id", group.id())
                .setParameter("domain", group.domainId())
                .setParameter("name", group.name())
                .setParameter("description", group.description())
                .setParameter("directory", group.directoryId().orElse(null))
                .executeUpdate();
    }

    /// Writes what has changed.
    void save(Group group) {
        Unique.orElse(this::flush, () -> duplicate(group));
    }

    /// Nobody joins or leaves it until the transaction ends.
    Optional<Group> findForChange(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// It stays until the transaction ends, and so does all it holds.
    Optional<Group> findHeld(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    Optional<Group> findNamed(String domainId, String name) {
        return find("domainId = ?1 and name = ?2", domainId, name).firstResultOptional();
    }

    Page<Group> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("name", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    private static Fault duplicate(Group group) {
        return Refusal.duplicate("group", group.name(), group.domainId());
    }
}
