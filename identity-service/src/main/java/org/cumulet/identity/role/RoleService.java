package org.cumulet.identity.role;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.wire.Options;
import org.cumulet.identity.wire.Refusal;

/// Roles: made, shown, changed, deleted by those who may.
@Singleton
public class RoleService {

    private final RoleStore store;
    private final NodeService nodes;
    private final CurrentCaller caller;
    private final Event<RoleEvent> news;

    RoleService(RoleStore store, NodeService nodes, CurrentCaller caller, Event<RoleEvent> news) {
        this.store = store;
        this.nodes = nodes;
        this.caller = caller;
        this.news = news;
    }

    @Transactional
    Role create(NewRole wish) {
        caller.must(wish.domainId() == null ? RoleRule.CREATE : RoleRule.CREATE_IN_DOMAIN);
        if (wish.domainId() != null) {
            nodes.mustHaveDomain(wish.domainId());
        }
        return add(wish);
    }

    @Transactional
    Page<Role> list(RoleQuery query) {
        caller.must(query.domainId == null ? RoleRule.LIST : RoleRule.LIST_IN_DOMAIN);
        return store.page(query.conditions());
    }

    @Transactional
    Role show(String id) {
        caller.must(RoleRule.GET);
        return mine(id, RoleRule.GET_IN_DOMAIN);
    }

    @Transactional
    Role change(String id, RoleChange change) {
        caller.must(RoleRule.UPDATE);
        var role = mine(id, RoleRule.UPDATE_IN_DOMAIN);
        if (role.isImmutable() && !Options.unlocks(change.options())) {
            throw Refusal.immutable("role", id, "update");
        }
        if (change.domainId().there()
                && !Objects.equals(change.domainId().value(), role.domainId().orElse(null))) {
            throw new Fault.BadRequest("Update of `domain_id` is not allowed.");
        }
        role.change(change);
        store.save(role);
        return role;
    }

    @Transactional
    void delete(String id) {
        caller.must(RoleRule.DELETE);
        var role = mine(id, RoleRule.DELETE_IN_DOMAIN);
        if (role.isImmutable()) {
            throw Refusal.immutable("role", id, "delete");
        }
        news.fire(new RoleEvent.Leaving(id));
        store.delete(role);
    }

    private Role mine(String id, RoleRule inDomain) {
        var role = get(id);
        if (role.domainId().isPresent()) {
            caller.must(inDomain);
        }
        return role;
    }

    /// A role, whoever asks.
    @Transactional(MANDATORY)
    public Role add(NewRole wish) {
        return store.add(new Role(wish));
    }

    @Transactional(MANDATORY)
    public void imply(Role prior, Role implied) {
        store.imply(prior.id(), implied.id());
    }

    /// Whoever holds it will hold less, and logs in again.
    @Transactional(MANDATORY)
    public void narrow(String id) {
        news.fire(new RoleEvent.Narrowing(id));
    }

    @Transactional
    public Role get(String id) {
        return store.findByIdOptional(id).orElseThrow(() -> Refusal.missing("role", id));
    }

    /// A role of the whole cloud.
    @Transactional
    public Optional<Role> findNamed(String name) {
        return store.findNamed(name);
    }

    /// Roles of the whole cloud.
    @Transactional
    public List<Role> named(Collection<String> names) {
        return names.isEmpty() ? List.of() : store.named(names);
    }

    @Transactional
    public List<Role> of(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.of(ids);
    }

    /// These roles and what they imply, as tokens spell them out.
    @Transactional
    public List<Role> withImplied(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : store.withImplied(ids);
    }
}
