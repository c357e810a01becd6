package org.cumulet.identity.user;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.identity.audit.Suspect;
import org.cumulet.identity.password.Passwords;
import org.cumulet.identity.policy.Reach;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.wire.Refusal;
import org.jspecify.annotations.Nullable;

/// Users: made, shown, changed, deleted by those who may. Hashing comes before the first query, so that nobody holds a
/// database connection while waiting for it.
@Singleton
class UserService {

    private final UserStore store;
    private final AccountService accounts;
    private final NodeService nodes;
    private final Passwords passwords;
    private final PasswordService guard;
    private final PasswordRules rules;
    private final Suspect suspect;
    private final CurrentCaller caller;

    UserService(
            UserStore store,
            AccountService accounts,
            NodeService nodes,
            Passwords passwords,
            PasswordService guard,
            PasswordRules rules,
            Suspect suspect,
            CurrentCaller caller) {
        this.store = store;
        this.accounts = accounts;
        this.nodes = nodes;
        this.passwords = passwords;
        this.guard = guard;
        this.rules = rules;
        this.suspect = suspect;
        this.caller = caller;
    }

    @Transactional
    User create(NewUser wish) {
        var domainId = Objects.requireNonNullElseGet(wish.domainId(), () -> Reach.home(caller.get()));
        caller.must(UserRule.CREATE, Target.domain(domainId));
        var hash = hash(wish.password());
        nodes.mustHaveDomain(domainId);
        mustBeNoDomain(wish.defaultProjectId());
        return accounts.add(domainId, wish, hash);
    }

    @Transactional
    Page<User> list(UserQuery query) {
        caller.must(UserRule.LIST);
        return store.page(query.conditions().is("domainId", Reach.only(caller.get())));
    }

    @Transactional
    User show(String id) {
        return visible(id, UserRule.GET, store.findByIdOptional(id));
    }

    @Transactional
    User change(String id, UserChange change) {
        caller.must(UserRule.UPDATE);
        var hash = hash(change.password());
        var user = visible(id, UserRule.UPDATE, store.findForChange(id));
        if (change.domainId() != null && !change.domainId().equals(user.domainId())) {
            throw new Fault.BadRequest("Update of `domain_id` is not allowed.");
        }
        mustBeNoDomain(change.defaultProjectId().value());
        accounts.change(user, change, hash);
        return user;
    }

    @Transactional
    void delete(String id) {
        accounts.remove(visible(id, UserRule.DELETE, store.findForChange(id)));
    }

    /// A user changes its own password. Who knows the old one needs no token: an expired password gives none.
    void changePassword(String id, NewPassword wish) {
        var found = accounts.find(id);
        found.map(User::id).ifPresent(suspect::is);
        var user = guard.check(found, wish.originalPassword());
        if (user.is("lock_password")) {
            throw new Fault.Forbidden("The password of user %s is locked.".formatted(id));
        }
        rules.mustBeOldEnough(user);
        rules.mustBeGood(wish.password());
        if (accounts.hashes(user).stream().anyMatch(hash -> passwords.fits(wish.password(), hash))) {
            throw new Fault.BadRequest("The new password cannot be identical to a previous password: %d must differ."
                    .formatted(rules.unique()));
        }
        accounts.choosePassword(id, passwords.hash(wish.password()));
    }

    private @Nullable String hash(@Nullable String password) {
        if (password == null) {
            return null;
        }
        rules.mustBeGood(password);
        return passwords.hash(password);
    }

    private void mustBeNoDomain(@Nullable String projectId) {
        if (projectId != null && nodes.findDomain(projectId).isPresent()) {
            throw new Fault.BadRequest("User's default project ID cannot be a domain ID: %s".formatted(projectId));
        }
    }

    private User visible(String id, UserRule rule, Optional<User> found) {
        caller.must(rule);
        return found.filter(user -> caller.may(rule, user.target())).orElseThrow(() -> Refusal.missing("user", id));
    }
}
