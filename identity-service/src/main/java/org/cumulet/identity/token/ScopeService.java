package org.cumulet.identity.token;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Scope;
import org.cumulet.identity.credential.ApplicationCredential;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.user.User;
import org.jspecify.annotations.Nullable;

/// Finds the scope that a login asks for. Where the user holds no role there, or the place is not in use, it is as if
/// the password had been wrong.
@Singleton
class ScopeService {

    private final Directory directory;
    private final NodeService nodes;
    private final HeldRolesService held;
    private final RoleService roles;

    ScopeService(Directory directory, NodeService nodes, HeldRolesService held, RoleService roles) {
        this.directory = directory;
        this.nodes = nodes;
        this.held = held;
        this.roles = roles;
    }

    @Transactional(MANDATORY)
    Standing of(User user, Proof proof, @Nullable WantedScope wanted) {
        return switch (proof) {
            case Proof.ByCredential(var credential) -> ofCredential(credential, wanted);
            case Proof.ByPassword _, Proof.ByToken _ -> wanted == null ? usual(user) : asked(user, wanted);
        };
    }

    /// The default project where the user has one and may use it.
    private Standing usual(User user) {
        return user.defaultProjectId().flatMap(id -> project(user, id)).orElse(Standing.UNSCOPED);
    }

    private Standing asked(User user, WantedScope wanted) {
        if (wanted.project() != null) {
            return directory
                    .project(wanted.project())
                    .flatMap(it -> project(user, it.id()))
                    .orElseThrow(Fault.Unauthorized::new);
        }
        if (wanted.domain() != null) {
            return directory
                    .domain(wanted.domain())
                    .flatMap(it -> domain(user, it.id()))
                    .orElseThrow(Fault.Unauthorized::new);
        }
        return wanted.system() == null ? Standing.UNSCOPED : system(user, wanted.system());
    }

    private Optional<Standing> project(User user, String id) {
        return nodes.hold(id)
                .filter(project -> !project.isDomain())
                .map(project -> new Standing(scopeOf(project), held.rolesOf(user.id(), new Place.Project(id))))
                .filter(ScopeService::hasRoles);
    }

    private Optional<Standing> domain(User user, String id) {
        return nodes.hold(id)
                .map(it -> new Standing(new Scope.Domain(id, it.name()), held.rolesOf(user.id(), new Place.Domain(id))))
                .filter(ScopeService::hasRoles);
    }

    private Standing system(User user, WantedScope.SystemName wanted) {
        if (!wanted.all()) {
            throw new Fault.BadRequest("Invalid input for attribute auth.scope.system.all: true is the only choice.");
        }
        return Optional.of(new Standing(new Scope.System(), held.rolesOf(user.id(), new Place.System())))
                .filter(ScopeService::hasRoles)
                .orElseThrow(Fault.Unauthorized::new);
    }

    private Standing ofCredential(ApplicationCredential credential, @Nullable WantedScope wanted) {
        if (wanted != null) {
            throw new Fault.Forbidden(
                    "Error authenticating with application credential: Application credentials cannot request a scope.");
        }
        return nodes.hold(credential.projectId())
                .map(project -> new Standing(scopeOf(project), rolesOf(credential)))
                .filter(ScopeService::hasRoles)
                .orElseThrow(Fault.Unauthorized::new);
    }

    /// Those it was made with that its user still holds.
    private List<Role> rolesOf(ApplicationCredential credential) {
        var stillHeld = held.rolesOf(credential.userId(), new Place.Project(credential.projectId())).stream()
                .map(Role::id)
                .filter(credential.roleIds()::contains)
                .collect(Collectors.toSet());
        return roles.withImplied(stillHeld);
    }

    private Scope scopeOf(Project project) {
        var domain = nodes.findDomain(project.domain()).orElseThrow();
        return new Scope.Project(project.id(), project.name(), domain.id(), domain.name());
    }

    private static boolean hasRoles(Standing standing) {
        return !standing.roles().isEmpty();
    }
}
