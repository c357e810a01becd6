package org.cumulet.identity.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.identity.group.Group;
import org.cumulet.identity.group.GroupService;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;

/// Looks up the names of everything in a list of assignments, one query per kind of thing.
@Singleton
class NamesService {

    private final AccountService accounts;
    private final GroupService groups;
    private final RoleService roles;
    private final NodeService nodes;

    NamesService(AccountService accounts, GroupService groups, RoleService roles, NodeService nodes) {
        this.accounts = accounts;
        this.groups = groups;
        this.roles = roles;
        this.nodes = nodes;
    }

    @Transactional
    Names of(List<Assignment> assignments, AssignmentQuery query) {
        return query.isWithNames() ? of(assignments) : Names.NONE;
    }

    private Names of(List<Assignment> assignments) {
        var users = byId(accounts.of(ids(assignments, Assignment::userId)), User::id);
        var itsGroups = byId(groups.of(ids(assignments, Assignment::groupId)), Group::id);
        var itsRoles = byId(roles.of(ids(assignments, Assignment::roleId)), Role::id);
        var places = byId(nodes.of(ids(assignments, Assignment::node)), Project::id);
        var domains = new HashSet<String>();
        users.values().forEach(it -> domains.add(it.domainId()));
        itsGroups.values().forEach(it -> domains.add(it.domainId()));
        itsRoles.values().forEach(it -> it.domainId().ifPresent(domains::add));
        places.values().forEach(it -> domains.add(it.domain()));
        return new Names(users, itsGroups, itsRoles, places, byId(nodes.of(domains), Project::id));
    }

    private static Set<String> ids(List<Assignment> assignments, Function<Assignment, String> id) {
        return assignments.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, it -> it));
    }
}
