package org.cumulet.identity.trust;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.identity.credential.CredentialService;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Trusts: made by the trustor alone, never wider than what it holds or than the trust it acts by.
@Singleton
public class TrustService {

    private final TrustStore store;
    private final CredentialService credentials;
    private final HeldRolesService held;
    private final RoleService roles;
    private final AccountService accounts;
    private final NodeService nodes;
    private final RevocationService revocations;
    private final CurrentCaller caller;
    private final Clock clock;

    TrustService(
            TrustStore store,
            CredentialService credentials,
            HeldRolesService held,
            RoleService roles,
            AccountService accounts,
            NodeService nodes,
            RevocationService revocations,
            CurrentCaller caller,
            @Service("identity") Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.held = held;
        this.roles = roles;
        this.accounts = accounts;
        this.nodes = nodes;
        this.revocations = revocations;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Trust create(NewTrust wish) {
        caller.must(TrustRule.CREATE, Target.user(wish.trustorUserId()));
        credentials.mustBeUnrestricted();
        var from = mine();
        var delegation = new Delegation(wish, from);
        delegation.mustBeOpen();
        mustExist(wish);
        var trust = new Trust(
                wish, rolesFor(wish, from), delegation.end(clock.instant()), delegation.redelegations(), from);
        store.persist(trust);
        return trust;
    }

    @Transactional
    Page<Trust> list(TrustQuery query) {
        if (query.trustor == null && query.trustee == null) {
            caller.must(TrustRule.LIST);
        }
        if (query.trustor != null) {
            caller.must(TrustRule.LIST_FOR_TRUSTOR, Target.user(query.trustor));
        }
        if (query.trustee != null) {
            caller.must(TrustRule.LIST_FOR_TRUSTEE, Target.user(query.trustee));
        }
        var conditions = new Conditions().is("trustorUserId", query.trustor).is("trusteeUserId", query.trustee);
        return store.page(conditions, clock.instant());
    }

    @Transactional
    Trust show(String id) {
        return visible(TrustRule.GET, id);
    }

    @Transactional
    List<Role> roles(String id) {
        return rolesOf(visible(TrustRule.LIST_ROLES, id));
    }

    @Transactional
    Role role(String id, String roleId) {
        var trust = visible(TrustRule.GET_ROLE, id);
        if (!trust.roleIds().contains(roleId)) {
            throw Refusal.missing("role", roleId);
        }
        return roles.get(roleId);
    }

    /// Tokens made with it die, and those of trusts that were made from it.
    @Transactional
    void delete(String id) {
        caller.must(TrustRule.DELETE);
        var trust = store.findForChange(id)
                .filter(it -> caller.may(TrustRule.DELETE, Target.user(it.trustorUserId())))
                .orElseThrow(() -> missing(id));
        revocations.revoke(Kind.TRUST, store.withHandedOn(id));
        store.delete(trust);
    }

    @Transactional
    List<Role> rolesOf(Trust trust) {
        return roles.of(trust.roleIds());
    }

    /// One that this user may use now.
    @Transactional
    public Optional<Trust> find(String id, String trusteeId) {
        return store.findByIdOptional(id).filter(it -> isOpenTo(it, trusteeId));
    }

    /// Uses it up by one; nobody deletes it until the transaction ends.
    @Transactional(MANDATORY)
    public Optional<Trust> use(String id, String trusteeId) {
        var trust = store.findForChange(id).filter(it -> isOpenTo(it, trusteeId));
        trust.ifPresent(Trust::use);
        return trust;
    }

    /// Its roles and what they imply; none when the trustor has lost one of them.
    @Transactional(MANDATORY)
    public List<Role> rolesInForce(Trust trust) {
        return holdsAll(trust) ? roles.withImplied(trust.roleIds()) : List.of();
    }

    private boolean holdsAll(Trust trust) {
        var now = trust.projectId()
                .map(it -> held.rolesOf(trust.trustorUserId(), new Place.Project(it)))
                .orElse(List.of());
        return now.stream().map(Role::id).collect(Collectors.toSet()).containsAll(trust.roleIds());
    }

    private boolean isOpenTo(Trust trust, String trusteeId) {
        return trust.trusteeUserId().equals(trusteeId) && trust.isGood(clock.instant());
    }

    private @Nullable Trust mine() {
        var mine = caller.get().trust();
        return mine == null ? null : store.findForChange(mine.id()).orElseThrow(Fault.Unauthorized::new);
    }

    private void mustExist(NewTrust wish) {
        if (accounts.find(wish.trusteeUserId()).isEmpty()) {
            throw Refusal.missing("user", wish.trusteeUserId());
        }
        if (wish.projectId() != null && nodes.findProject(wish.projectId()).isEmpty()) {
            throw Refusal.missing("project", wish.projectId());
        }
    }

    /// Roles that the trustor holds there; of those of the trust it acts by, if it does.
    private Set<String> rolesFor(NewTrust wish, @Nullable Trust from) {
        if ((wish.projectId() == null) != wish.roleNames().isEmpty()) {
            throw new Fault.Forbidden("A trust for a project names at least one role, and one for none names none.");
        }
        if (wish.projectId() == null) {
            return Set.of();
        }
        var mine = from == null
                ? held.rolesOf(wish.trustorUserId(), new Place.Project(wish.projectId()))
                : roles.withImplied(from.roleIds());
        var asked = credentials.narrowed(mine, wish.projectId());
        return wish.roleNames().stream().map(it -> pick(it, asked)).collect(Collectors.toSet());
    }

    private static String pick(NewTrust.RoleName name, List<Role> mine) {
        return mine.stream()
                .filter(role -> role.id().equals(name.id()) || role.name().equals(name.name()))
                .findFirst()
                .map(Role::id)
                .orElseThrow(() -> new Fault.Forbidden(
                        "Role %s is not held by the trustor in that project, so it cannot be trusted to anybody."
                                .formatted(name.text())));
    }

    private Trust visible(TrustRule rule, String id) {
        caller.must(rule);
        return store.findByIdOptional(id)
                .filter(it -> it.isGood(clock.instant()))
                .filter(it -> caller.may(rule, Target.user(it.trustorUserId()))
                        || caller.may(rule, Target.user(it.trusteeUserId())))
                .orElseThrow(() -> missing(id));
    }

    private static Fault missing(String id) {
        return Refusal.missing("trust", id);
    }
}
