package org.cumulet.identity.credential;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.Page;
import org.cumulet.auth.AccessRule;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.auth.Target;
import org.cumulet.events.Service;
import org.cumulet.identity.accessrule.AccessRuleService;
import org.cumulet.identity.accessrule.UserAccessRule;
import org.cumulet.identity.accessrule.WishedAccessRule;
import org.cumulet.identity.grant.HeldRolesService;
import org.cumulet.identity.grant.Place;
import org.cumulet.identity.password.Passwords;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.NameQuery;
import org.cumulet.identity.wire.Refusal;

/// Application credentials: made by their user alone, never wider than the token they are made with.
@Singleton
public class CredentialService {

    private static final int SECRET_BYTES = 64;

    /// Characters of all access rules of one credential: they travel in every token.
    private static final int LONGEST_RULES = 2000;

    private final CredentialStore store;
    private final RoleService roles;
    private final HeldRolesService held;
    private final AccessRuleService rules;
    private final Passwords passwords;
    private final RevocationService revocations;
    private final CurrentCaller caller;
    private final Clock clock;

    CredentialService(
            CredentialStore store,
            RoleService roles,
            HeldRolesService held,
            AccessRuleService rules,
            Passwords passwords,
            RevocationService revocations,
            CurrentCaller caller,
            @Service("identity") Clock clock) {
        this.store = store;
        this.roles = roles;
        this.held = held;
        this.rules = rules;
        this.passwords = passwords;
        this.revocations = revocations;
        this.caller = caller;
        this.clock = clock;
    }

    /// A new credential, and the secret that nobody sees again.
    record Made(ApplicationCredential credential, String secret) {}

    @Transactional
    Made create(String userId, NewCredential wish) {
        caller.must(CredentialRule.CREATE, Target.user(userId));
        var project = caller.project();
        if (wish.projectId() != null && !wish.projectId().equals(project)) {
            throw new Fault.Forbidden("An application credential is for the project of the token it is made with.");
        }
        if (wish.end().map(end -> !end.isAfter(clock.instant())).orElse(false)) {
            throw new Fault.BadRequest("Invalid application credential: expires_at is in the past.");
        }
        var secret = Objects.requireNonNullElseGet(wish.secret(), CredentialService::freshSecret);
        var hash = passwords.hash(secret);
        mustActForItself();
        var credential =
                new ApplicationCredential(userId, project, wish, hash, rolesOf(wish, project), rulesOf(userId, wish));
        return new Made(store.add(credential), secret);
    }

    @Transactional
    Page<ApplicationCredential> list(String userId, NameQuery query) {
        mustReach(CredentialRule.LIST, userId, () -> Refusal.missing("user", userId));
        return store.page(query.addTo(new Conditions()).is("userId", userId));
    }

    @Transactional
    ApplicationCredential show(String userId, String id) {
        return visible(CredentialRule.GET, userId, id);
    }

    @Transactional
    void delete(String userId, String id) {
        var credential = visible(CredentialRule.DELETE, userId, id);
        mustActForItself();
        store.own(id);
        revocations.revoke(Kind.APPLICATION_CREDENTIAL, id);
        store.delete(credential);
    }

    /// The roles of these credentials, for showing.
    @Transactional
    List<Role> roles(Page<ApplicationCredential> page) {
        return roles.of(
                page.items().stream().flatMap(it -> it.roleIds().stream()).collect(Collectors.toSet()));
    }

    @Transactional
    public Optional<ApplicationCredential> find(String id) {
        return store.findByIdOptional(id);
    }

    /// Whether it is still there, and stays so until the transaction ends.
    @Transactional(MANDATORY)
    public boolean hold(String id) {
        return store.isHeld(id);
    }

    @Transactional
    public Optional<ApplicationCredential> findNamed(String userId, String name) {
        return store.findNamed(userId, name);
    }

    private ApplicationCredential visible(CredentialRule rule, String userId, String id) {
        mustReach(rule, userId, () -> Refusal.missing("application credential", id));
        return store.find(userId, id).orElseThrow(() -> Refusal.missing("application credential", id));
    }

    private void mustReach(CredentialRule rule, String userId, Supplier<Fault> otherwise) {
        caller.must(rule);
        if (!caller.may(rule, Target.user(userId))) {
            throw otherwise.get();
        }
    }

    /// As below, and nobody makes or deletes logins in the name of somebody else.
    @Transactional
    public void mustActForItself() {
        mustBeUnrestricted();
        if (caller.get().trust() != null) {
            throw new Fault.Forbidden("Whoever acts by a trust makes and deletes no logins.");
        }
    }

    /// Whoever logged in by a credential makes and deletes others only where that one says so, and never where it is
    /// good for some requests only.
    @Transactional
    public void mustBeUnrestricted() {
        if (caller.get().accessRules() != null) {
            throw new Fault.Forbidden("An application credential with access rules makes and deletes no logins.");
        }
        var mine = caller.get().applicationCredential();
        if (mine != null
                && !find(mine).map(ApplicationCredential::isUnrestricted).orElse(false)) {
            throw new Fault.Forbidden(
                    "Using method 'application_credential' is not allowed for managing additional application credentials.");
        }
    }

    /// Of these roles, held in a project, those that the caller's token has too, where it is limited to some.
    public List<Role> narrowed(List<Role> held, String projectId) {
        var mine = caller.get();
        if (mine.applicationCredential() == null && mine.trust() == null) {
            return held;
        }
        return held.stream()
                .filter(_ -> mine.projectId().filter(projectId::equals).isPresent())
                .filter(role -> mine.roles().contains(role.name()))
                .toList();
    }

    /// The access rules of these credentials, for showing.
    @Transactional
    List<UserAccessRule> accessRules(Page<ApplicationCredential> page) {
        return rules.of(
                page.items().stream().flatMap(it -> it.accessRuleIds().stream()).collect(Collectors.toSet()));
    }

    /// The only requests it is good for; empty where it is good for all.
    @Transactional
    public Optional<List<AccessRule>> limits(ApplicationCredential credential) {
        return credential.accessRuleIds().isEmpty()
                ? Optional.empty()
                : Optional.of(rules.of(credential.accessRuleIds()).stream()
                        .map(UserAccessRule::rule)
                        .toList());
    }

    private Set<String> rulesOf(String userId, NewCredential wish) {
        var taken = Objects.requireNonNullElse(wish.accessRules(), List.<WishedAccessRule>of()).stream()
                .map(it -> rules.take(userId, it))
                .toList();
        var length = taken.stream()
                .map(UserAccessRule::rule)
                .mapToInt(CredentialService::length)
                .sum();
        if (length > LONGEST_RULES) {
            throw new Fault.BadRequest(
                    "Invalid application credential: its access rules have %d characters in all, and tokens have room for %d."
                            .formatted(length, LONGEST_RULES));
        }
        return taken.stream().map(UserAccessRule::id).collect(Collectors.toSet());
    }

    private static int length(AccessRule rule) {
        return rule.service().length() + rule.method().length() + rule.path().length();
    }

    private Set<String> rolesOf(NewCredential wish, String project) {
        var mine = narrowed(held.rolesOf(caller.get().userId(), new Place.Project(project)), project);
        var wished = wish.roles();
        if (wished == null) {
            return mine.stream().map(Role::id).collect(Collectors.toSet());
        }
        return wished.stream()
                .map(name -> mine.stream()
                        .filter(role ->
                                role.id().equals(name.id()) || role.name().equals(name.name()))
                        .findFirst()
                        .map(Role::id)
                        .orElseThrow(() -> new Fault.BadRequest(
                                "Invalid application credential: a role is not held in the project: %s"
                                        .formatted(name.id() == null ? name.name() : name.id()))))
                .collect(Collectors.toSet());
    }

    private static String freshSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
