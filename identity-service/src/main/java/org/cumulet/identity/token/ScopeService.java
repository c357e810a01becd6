package org.cumulet.identity.token;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Scope;
import org.cumulet.identity.credential.ApplicationCredential;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.token.WantedScope.SystemName;
import org.cumulet.identity.trust.TrustService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;
import org.jspecify.annotations.Nullable;

/// Finds the scope that a login asks for. A place that is not there, or not in use, is as if the password had been
/// wrong.
@Singleton
class ScopeService {

    private final Directory directory;
    private final AccountService accounts;
    private final NodeService nodes;
    private final HeldRolesService held;
    private final RoleService roles;
    private final TrustService trusts;

    ScopeService(
            Directory directory,
            AccountService accounts,
            NodeService nodes,
            HeldRolesService held,
            RoleService roles,
            TrustService trusts) {
        this.directory = directory;
        this.accounts = accounts;
        this.nodes = nodes;
        this.held = held;
        this.roles = roles;
        this.trusts = trusts;
    }

    /// What the login asks for; a project of its own choice where it asks for nothing and its user has one.
    @Transactional
    Wish wish(Proof proof, @Nullable WantedScope wanted) {
        return switch (proof) {
            case Proof.ByCredential(var credential) -> ofCredential(credential, wanted);
            case Proof.ByPassword _,
                    Proof.ByToken _,
                    Proof.ByTotp _,
                    Proof.ByDirectory _,
                    Proof.ByFederation _,
                    Proof.ByReceipt _,
                    Proof.Several _ -> wanted == null ? usual(proof.userId()) : asked(proof, wanted);
        };
    }

    private Wish usual(String userId) {
        return accounts.find(userId)
                .flatMap(User::defaultProjectId)
                .map(id -> Wish.tried(new Place.Project(id)))
                .orElse(Wish.UNSCOPED);
    }

    private Wish asked(Proof proof, WantedScope wanted) {
        if (wanted.trust() != null) {
            return Wish.of(trusts.find(wanted.trust().id(), proof.userId()).orElseThrow(Fault.Unauthorized::new));
        }
        if (wanted.project() != null) {
            return Wish.of(new Place.Project(known(directory.project(wanted.project()))));
        }
        if (wanted.domain() != null) {
            return Wish.of(new Place.Domain(known(directory.domain(wanted.domain()))));
        }
        return wanted.system() == null ? Wish.UNSCOPED : Wish.of(system(wanted.system()));
    }

    private static String known(Optional<Project> found) {
        return found.map(Project::id).orElseThrow(Fault.Unauthorized::new);
    }

    private static Place system(SystemName wanted) {
        if (!wanted.all()) {
            throw new Fault.BadRequest("Invalid input for attribute auth.scope.system.all: true is the only choice.");
        }
        return new Place.System();
    }

    private static Wish ofCredential(ApplicationCredential credential, @Nullable WantedScope wanted) {
        if (wanted != null) {
            throw new Fault.Forbidden(
                    "Error authenticating with application credential: Application credentials cannot request a scope.");
        }
        return Wish.of(new Place.Project(credential.projectId()));
    }

    /// The scope, which stays in use until the transaction ends.
    @Transactional(MANDATORY)
    Optional<Scope> hold(Place place) {
        return switch (place) {
            case Place.Project(var id) ->
                nodes.hold(id).filter(node -> !node.isDomain()).map(this::scopeOf);
            case Place.Domain(var id) -> nodes.hold(id).map(it -> new Scope.Domain(id, it.name()));
            case Place.System _ -> Optional.of(new Scope.System());
        };
    }

    /// With a credential, the roles it was made with that its user still holds.
    @Transactional(MANDATORY)
    List<Role> roles(Proof proof, Place place) {
        var all = held.rolesOf(proof.userId(), place);
        return switch (proof) {
            case Proof.ByCredential(var credential) -> roles.withImplied(common(all, credential));
            case Proof.ByPassword _,
                    Proof.ByToken _,
                    Proof.ByTotp _,
                    Proof.ByDirectory _,
                    Proof.ByFederation _,
                    Proof.ByReceipt _,
                    Proof.Several _ -> all;
        };
    }

    private static List<String> common(List<Role> held, ApplicationCredential credential) {
        return held.stream()
                .map(Role::id)
                .filter(credential.roleIds()::contains)
                .toList();
    }

    private Scope scopeOf(Project project) {
        var domain = nodes.findDomain(project.domain()).orElseThrow();
        return new Scope.Project(project.id(), project.name(), domain.id(), domain.name());
    }
}
