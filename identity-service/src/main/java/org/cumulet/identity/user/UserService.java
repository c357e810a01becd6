package org.cumulet.identity.user;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Target;
import org.cumulet.identity.audit.Suspect;
import org.cumulet.identity.directory.Directories;
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
    private final Directories directories;
    private final Passwords passwords;
    private final PasswordService guard;
    private final PasswordRules rules;
    private final Suspect suspect;
    private final CurrentCaller caller;

    UserService(
            UserStore store,
            AccountService accounts,
            NodeService nodes,
            Directories directories,
            Passwords passwords,
            PasswordService guard,
            PasswordRules rules,
            Suspect suspect,
            CurrentCaller caller) {
        this.store = store;
        this.accounts = accounts;
        this.nodes = nodes;
        this.directories = directories;
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
        directories.mustNotHave(domainId);
        var hash = hash(wish.password());
        nodes.mustHaveDomain(domainId);
        mustBeNoDomain(wish.defaultProjectId());
        return accounts.add(domainId, wish, hash);
    }

    @Transactional
    Page<User> list(UserQuery query) {
        caller.must(UserRule.LIST);
        var conditions = query.conditions().is("domainId", Reach.only(caller.get()));
        var domainId = query.domainId(Reach.only(caller.get()));
        if (domainId != null && directories.has(domainId)) {
            conditions.in("id", directories.users(domainId, query.name()));
        }
        return store.page(conditions);
    }

    User show(String id) {
        var user = QuarkusTransaction.requiringNew().call(() -> visible(id, UserRule.GET, store.findByIdOptional(id)));
        return user.directoryId().isPresent()
                ? fromDirectory(user, user.directoryId().get())
                : user;
    }

    private User fromDirectory(User user, String directoryId) {
        if (directories.has(user.domainId()) && !directories.user(user.domainId(), directoryId)) {
            throw Refusal.missing("user", user.id());
        }
        return accounts.find(user.id()).orElseThrow(() -> Refusal.missing("user", user.id()));
    }

    @Transactional
    User change(String id, UserChange change) {
        caller.must(UserRule.UPDATE);
        var hash = hash(change.password());
        var user = visible(id, UserRule.UPDATE, store.findForChange(id));
        if (user.directoryId().isPresent() && change.onlyUnlocks()) {
            user.unlock();
            return user;
        }
        mustBeHere(user);
        if (change.domainId() != null && !change.domainId().equals(user.domainId())) {
            throw new Fault.BadRequest("Update of `domain_id` is not allowed.");
        }
        mustBeNoDomain(change.defaultProjectId().value());
        accounts.change(user, change, hash);
        return user;
    }

    @Transactional
    void delete(String id) {
        var user = visible(id, UserRule.DELETE, store.findForChange(id));
        mustBeHere(user);
        accounts.remove(user);
    }

    /// A user changes its own password. Who knows the old one needs no token: an expired password gives none.
    void changePassword(String id, NewPassword wish) {
        var found = accounts.find(id);
        found.map(User::id).ifPresent(suspect::is);
        if (found.flatMap(User::directoryId).isPresent()) {
            throw Directories.elsewhere();
        }
        var user = guard.check(id, found, wish.originalPassword());
        if (user.is("lock_password")) {
            throw new Fault.Forbidden("The password of user %s is locked.".formatted(id));
        }
        rules.mustBeOldEnough(user);
        rules.mustBeGood(wish.password());
        if (accounts.hashes(user).stream().anyMatch(hash -> passwords.fits(id, wish.password(), hash))) {
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

    private void mustBeHere(User user) {
        if (user.directoryId().isPresent()) {
            directories.mustNotHave(user.domainId());
        }
    }

    private User visible(String id, UserRule rule, Optional<User> found) {
        caller.must(rule);
        return found.filter(user -> caller.may(rule, user.target())).orElseThrow(() -> Refusal.missing("user", id));
    }
}
