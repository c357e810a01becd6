package org.cumulet.identity.role;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.store.Unique;
import org.cumulet.identity.wire.Listed;
import org.cumulet.identity.wire.Refusal;

/// The roles, and which implies which.
@Singleton
class RoleStore implements PanacheRepositoryBase<Role, String> {

    private static final String IMPLY =
            "insert into implied_role (prior_role_id, implied_role_id) values (?1, ?2) on conflict do nothing";

    private static final String WITH_IMPLIED = """
            with recursive held (id) as (
                select id from role where id in (:ids)
                union
                select implied_role_id from held join implied_role on prior_role_id = held.id)
            select role.* from role join held on held.id = role.id where role.domain_id is null order by role.name""";

    Role add(Role role) {
        Unique.orElse(() -> persistAndFlush(role), () -> duplicate(role));
        return role;
    }

    /// Writes what has changed.
    void save(Role role) {
        Unique.orElse(this::flush, () -> duplicate(role));
    }

    Optional<Role> findNamed(String name) {
        return find("domainId is null and name = ?1", name).firstResultOptional();
    }

    /// Roles of the whole cloud by their names.
    List<Role> named(Collection<String> names) {
        return list("domainId is null and name in ?1", Sort.by("name"), names);
    }

    List<Role> of(Collection<String> ids) {
        return list("id in ?1", Sort.by("name", "id"), ids);
    }

    /// These and what they imply, as far as they are roles of the whole cloud.
    List<Role> withImplied(Collection<String> ids) {
        return getSession()
                .createNativeQuery(WITH_IMPLIED, Role.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    Page<Role> page(Conditions conditions) {
        return Page.of(
                find(conditions.jpql(), Sort.by("name", "id"), conditions.values())
                        .range(0, Listed.MOST)
                        .list(),
                Listed.MOST);
    }

    void imply(String prior, String implied) {
        getSession()
                .createNativeQuery(IMPLY)
                .setParameter(1, prior)
                .setParameter(2, implied)
                .executeUpdate();
    }

    private static Fault duplicate(Role role) {
        return role.domainId()
                .map(domain -> Refusal.duplicate("role", role.name(), domain))
                .orElseGet(() -> Refusal.duplicate("role", "name " + role.name()));
    }
}
