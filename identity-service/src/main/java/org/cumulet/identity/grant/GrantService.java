package org.cumulet.identity.grant;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Roles;
import org.cumulet.auth.Target;
import org.cumulet.identity.group.Group;
import org.cumulet.identity.group.GroupService;
import org.cumulet.identity.policy.Persona;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;
import org.cumulet.identity.wire.Refusal;

/// Roles given and taken by those who may. Who loses a role loses its tokens.
@Singleton
class GrantService {

    private final GrantStore store;
    private final RoleService roles;
    private final AccountService accounts;
    private final GroupService groups;
    private final NodeService nodes;
    private final CurrentCaller caller;

    GrantService(
            GrantStore store,
            RoleService roles,
            AccountService accounts,
            GroupService groups,
            NodeService nodes,
            CurrentCaller caller) {
        this.store = store;
        this.roles = roles;
        this.accounts = accounts;
        this.groups = groups;
        this.nodes = nodes;
        this.caller = caller;
    }

    @Transactional
    Page<Role> list(Holder holder, Place place, boolean inherited) {
        mustReach(GrantRule.LIST.at(place), holder, place);
        return new Page<>(store.rolesGiven(holder, place, inherited), false);
    }

    @Transactional
    void mustExist(Grant grant) {
        mustReach(GrantRule.CHECK.at(grant.place()), grant);
        if (!store.contains(grant)) {
            throw missing(grant);
        }
    }

    @Transactional
    void give(Grant grant) {
        var role = mustReach(GrantRule.CREATE.at(grant.place()), grant);
        if (!Persona.isAdmin(caller.get()) && isBeyondDomains(role, grant)) {
            throw new Fault.Forbidden("Role %s reaches beyond the domain: only an admin of the whole cloud gives it."
                    .formatted(role.name()));
        }
        store.put(grant);
    }

    @Transactional
    void take(Grant grant) {
        mustReach(GrantRule.REVOKE.at(grant.place()), grant);
        accounts.endTokens(losers(grant.holder()));
        if (!store.remove(grant)) {
            throw missing(grant);
        }
    }

    private List<String> losers(Holder holder) {
        return switch (holder) {
            case Holder.User(var id) -> List.of(id);
            case Holder.Group(var id) -> groups.usersForChange(id);
        };
    }

    /// A project's admin is admin of the cloud, and a service is trusted by all others.
    private static boolean isBeyondDomains(Role role, Grant grant) {
        return role.name().equals(Roles.SERVICE)
                || role.name().equals(Roles.ADMIN) && (grant.inherited() || grant.place() instanceof Place.Project);
    }

    private Role mustReach(GrantRule rule, Grant grant) {
        mustReach(rule, grant.holder(), grant.place());
        var role = roles.get(grant.roleId());
        if (role.domainId().map(Target::domain).map(it -> !caller.may(rule, it)).orElse(false)) {
            throw Refusal.missing("role", grant.roleId());
        }
        return role;
    }

    private void mustReach(GrantRule rule, Holder holder, Place place) {
        caller.must(rule);
        switch (holder) {
            case Holder.User(var id) ->
                mustReach(rule, "user", id, accounts.find(id).map(User::target));
            case Holder.Group(var id) ->
                mustReach(rule, "group", id, groups.find(id).map(Group::target));
        }
        switch (place) {
            case Place.Project(var id) ->
                mustReach(rule, "project", id, nodes.findProject(id).map(Project::target));
            case Place.Domain(var id) ->
                mustReach(rule, "domain", id, nodes.findDomain(id).map(Project::target));
            case Place.System _ -> {}
        }
    }

    private void mustReach(GrantRule rule, String kind, String id, Optional<Target> found) {
        if (found.filter(target -> caller.may(rule, target)).isEmpty()) {
            throw Refusal.missing(kind, id);
        }
    }

    private static Fault missing(Grant grant) {
        return Fault.NotFound.saying(
                "Could not find role assignment with role: %s, user or group: %s, project, domain, or system: %s."
                        .formatted(
                                grant.roleId(),
                                grant.holder().id(),
                                grant.place().node().orElse("system")));
    }
}
