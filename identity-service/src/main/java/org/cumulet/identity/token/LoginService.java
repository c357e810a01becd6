package org.cumulet.identity.token;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Scope;
import org.cumulet.events.Service;
import org.cumulet.identity.IdentitySettings;
import org.cumulet.identity.credential.CredentialService;
import org.cumulet.identity.federation.FederationService;
import org.cumulet.identity.project.NodeService;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.signing.SigningService;
import org.cumulet.identity.store.Locks;
import org.cumulet.identity.trust.Trust;
import org.cumulet.identity.trust.TrustService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.PasswordService;
import org.cumulet.identity.user.User;

/// Turns a proof into a token. All it rests on is held while it is made: a change that kills tokens comes either
/// before, and is seen, or after, and kills this one too. Everybody holds domains first, then projects, then users.
@Singleton
class LoginService {

    private static final int AUDIT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Locks locks;
    private final AccountService accounts;
    private final NodeService nodes;
    private final ScopeService scopes;
    private final RevocationService revocations;
    private final CredentialService credentials;
    private final TrustService trusts;
    private final PasswordService guard;
    private final ReceiptService receipts;
    private final FederationService federations;
    private final SigningService signing;
    private final IdentitySettings settings;
    private final Clock clock;

    LoginService(
            Locks locks,
            AccountService accounts,
            NodeService nodes,
            ScopeService scopes,
            RevocationService revocations,
            CredentialService credentials,
            TrustService trusts,
            PasswordService guard,
            ReceiptService receipts,
            FederationService federations,
            SigningService signing,
            IdentitySettings settings,
            @Service("identity") Clock clock) {
        this.locks = locks;
        this.accounts = accounts;
        this.nodes = nodes;
        this.scopes = scopes;
        this.revocations = revocations;
        this.credentials = credentials;
        this.trusts = trusts;
        this.guard = guard;
        this.receipts = receipts;
        this.federations = federations;
        this.signing = signing;
        this.settings = settings;
        this.clock = clock;
    }

    /// What becomes of a login that is not refused.
    sealed interface Outcome {}

    /// A new token and what it says.
    record Issued(String token, Caller caller) implements Outcome {}

    /// More must be shown.
    ///
    /// @param required sets of methods, of which one must be shown in full
    record Incomplete(Receipt receipt, List<List<String>> required) implements Outcome {}

    @Transactional
    Outcome login(Proof proof, Wish wish) {
        locks.shareAll();
        var scope = wish.place().flatMap(scopes::hold);
        var people = hold(Stream.concat(Stream.of(proof.userId()), wish.trust().map(Trust::trustorUserId).stream()));
        var prover = person(people, proof.userId());
        mustStillHold(proof, prover.user());
        if (!prover.user().isContentWith(methods(proof))) {
            var receipt = receipts.issue(prover.inTokens(), methods(proof));
            return new Incomplete(receipt, prover.user().requiredMethods());
        }
        var trust = wish.trust().map(it -> trusts.use(it.id(), proof.userId()).orElseThrow(Fault.Unauthorized::new));
        var roles = scope.isEmpty()
                ? List.<Role>of()
                : trust.map(trusts::rolesInForce)
                        .orElseGet(() -> scopes.roles(proof, wish.place().orElseThrow()));
        if (wish.must() && roles.isEmpty()) {
            throw new Fault.Unauthorized();
        }
        var now = Times.now(clock);
        var subject =
                trust.filter(Trust::impersonation).map(Trust::trustorUserId).orElse(proof.userId());
        var caller = new Caller(
                person(people, subject).inTokens(),
                roles.isEmpty() ? new Scope.Unscoped() : scope.orElseThrow(),
                roles.stream().map(Role::name).collect(Collectors.toSet()),
                methods(proof),
                auditIds(proof),
                now,
                end(proof, trust, now),
                proof instanceof Proof.ByCredential(var credential) ? credential.id() : null,
                trust.map(Trust::inTokens).orElse(null),
                proof instanceof Proof.ByCredential(var credential)
                        ? credentials.limits(credential).orElse(null)
                        : null,
                federation(proof, prover.user()).orElse(null));
        return new Issued(signing.sign(caller), caller);
    }

    /// By whose word somebody comes in, now or when the token was made that is shown now.
    private static Optional<Caller.Federation> federation(Proof proof, User prover) {
        if (proof instanceof Proof.ByFederation(var visitor)) {
            return Optional.of(visitor.by());
        }
        return parent(proof)
                .flatMap(it -> Stream.ofNullable(it.federation()))
                .findFirst()
                .or(() -> prover.federated().map(it -> new Caller.Federation(it.providerId(), it.protocolId())));
    }

    private record Person(User user, Project domain) {

        Caller.User inTokens() {
            return new Caller.User(user.id(), user.name(), domain.id(), domain.name());
        }
    }

    /// Users that may log in and their domains, which stay so until the transaction ends.
    private Map<String, Person> hold(Stream<String> userIds) {
        var ids = userIds.distinct().sorted().toList();
        var domains = new HashMap<String, Project>();
        ids.stream()
                .map(id -> accounts.domainOf(id).orElseThrow(Fault.Unauthorized::new))
                .distinct()
                .sorted()
                .forEach(id -> domains.put(id, nodes.hold(id).orElseThrow(Fault.Unauthorized::new)));
        var people = new HashMap<String, Person>();
        for (var id : ids) {
            var user = accounts.hold(id).orElseThrow(Fault.Unauthorized::new);
            if (user.federated()
                    .filter(it -> !federations.holds(it.providerId()))
                    .isPresent()) {
                throw new Fault.Unauthorized();
            }
            people.put(id, new Person(user, requireNonNull(domains.get(user.domainId()))));
        }
        return people;
    }

    private static Person person(Map<String, Person> people, String id) {
        return requireNonNull(people.get(id));
    }

    private void mustStillHold(Proof proof, User user) {
        var holds = switch (proof) {
            case Proof.ByPassword(var _, var hash) ->
                user.password().filter(hash::equals).isPresent() && !guard.isLocked(user);
            case Proof.ByTotp _, Proof.ByDirectory _ -> !guard.isLocked(user);
            case Proof.ByFederation(var visitor) ->
                federations.holds(visitor.by().provider());
            case Proof.ByReceipt(var receipt) -> !revocations.covers(receipt.caller());
            case Proof.ByToken(var parent) -> !revocations.covers(parent);
            case Proof.ByCredential(var credential) -> credentials.hold(credential.id());
            case Proof.Several(var all) -> {
                all.forEach(each -> mustStillHold(each, user));
                yield true;
            }
        };
        if (!holds) {
            throw new Fault.Unauthorized();
        }
    }

    private static List<String> methods(Proof proof) {
        return switch (proof) {
            case Proof.ByPassword _, Proof.ByDirectory _ -> List.of("password");
            case Proof.ByTotp _ -> List.of("totp");
            case Proof.ByFederation(var visitor) -> List.of(visitor.by().protocol());
            case Proof.ByReceipt(var receipt) -> receipt.methods();
            case Proof.ByToken(var parent) ->
                Stream.concat(parent.methods().stream(), Stream.of("token"))
                        .distinct()
                        .toList();
            case Proof.ByCredential _ -> List.of("application_credential");
            case Proof.Several(var all) ->
                all.stream().flatMap(each -> methods(each).stream()).distinct().toList();
        };
    }

    /// Its own, and the first of its chain.
    private static List<String> auditIds(Proof proof) {
        return Stream.concat(
                        Stream.of(auditId()),
                        parent(proof).map(it -> it.auditIds().getLast()))
                .toList();
    }

    /// The token that a new one is made from, if any.
    private static Stream<Caller> parent(Proof proof) {
        return switch (proof) {
            case Proof.ByToken(var parent) -> Stream.of(parent);
            case Proof.Several(var all) -> all.stream().flatMap(LoginService::parent);
            case Proof.ByPassword _,
                    Proof.ByDirectory _,
                    Proof.ByTotp _,
                    Proof.ByFederation _,
                    Proof.ByReceipt _,
                    Proof.ByCredential _ -> Stream.empty();
        };
    }

    /// Never later than what it was made from.
    private Instant end(Proof proof, Optional<Trust> trust, Instant now) {
        var full = now.plus(settings.tokenLife());
        var own = proof instanceof Proof.ByCredential(var credential)
                ? credential.expiresAt().orElse(full)
                : parent(proof).map(Caller::expiresAt).findFirst().orElse(full);
        return Stream.of(own, trust.flatMap(Trust::expiresAt).orElse(full), full)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static String auditId() {
        var bytes = new byte[AUDIT_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
