package org.cumulet.identity.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.Caller;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.auth.Revocation.Kind;
import org.cumulet.auth.Scope;
import org.cumulet.auth.Target;
import org.cumulet.auth.TokenVerifier;
import org.cumulet.events.Service;
import org.cumulet.identity.catalog.CatalogEntry;
import org.cumulet.identity.catalog.CatalogService;
import org.cumulet.identity.credential.ApplicationCredential;
import org.cumulet.identity.credential.CredentialService;
import org.cumulet.identity.group.GroupService;
import org.cumulet.identity.revocation.RevocationService;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.role.RoleService;
import org.cumulet.identity.user.AccountService;
import org.cumulet.identity.user.User;
import org.jspecify.annotations.Nullable;

/// Tokens that were made: what they say, and their end before the time.
@Singleton
class TokenService {

    /// How long after its end a service may still ask about a token, for work that began in time.
    private static final Duration AFTERLIFE = Duration.ofDays(2);

    private final TokenVerifier verifier;
    private final RevocationService revocations;
    private final RoleService roles;
    private final CatalogService catalog;
    private final CredentialService credentials;
    private final AccountService accounts;
    private final GroupService groups;
    private final Descriptions descriptions;
    private final CurrentCaller caller;
    private final Clock clock;

    TokenService(
            TokenVerifier verifier,
            RevocationService revocations,
            RoleService roles,
            CatalogService catalog,
            CredentialService credentials,
            AccountService accounts,
            GroupService groups,
            Descriptions descriptions,
            CurrentCaller caller,
            @Service("identity") Clock clock) {
        this.verifier = verifier;
        this.revocations = revocations;
        this.roles = roles;
        this.catalog = catalog;
        this.credentials = credentials;
        this.accounts = accounts;
        this.groups = groups;
        this.descriptions = descriptions;
        this.caller = caller;
        this.clock = clock;
    }

    /// All that an answer says about a token.
    record Described(Caller caller, Details details) {}

    /// What the token itself does not say.
    record Details(
            List<Role> roles,
            Optional<List<CatalogEntry>> catalog,
            Optional<ApplicationCredential> credential,
            Optional<Instant> passwordExpiresAt,
            List<String> lentGroups) {}

    Described describe(Caller subject, boolean withCatalog) {
        return new Described(
                subject,
                descriptions.of(
                        subject,
                        withCatalog,
                        () -> QuarkusTransaction.joiningExisting().call(() -> details(subject, withCatalog))));
    }

    private Details details(Caller subject, boolean withCatalog) {
        var scoped = !(subject.scope() instanceof Scope.Unscoped);
        return new Details(
                roles.named(subject.roles()),
                withCatalog && scoped ? Optional.of(catalog.of(subject)) : Optional.empty(),
                Optional.ofNullable(subject.applicationCredential()).flatMap(credentials::find),
                accounts.find(subject.userId()).flatMap(User::passwordExpiresAt),
                subject.federation() == null ? List.of() : groups.lentTo(subject.userId()));
    }

    /// What the token says, if the caller may know.
    Caller validate(@Nullable String token, boolean evenExpired) {
        return find(TokenRule.VALIDATE, token, evenExpired);
    }

    @Transactional
    void revoke(@Nullable String token) {
        var subject = find(TokenRule.REVOKE, token, false);
        revocations.revoke(Kind.TOKEN, subject.auditIds().getFirst());
    }

    private Caller find(TokenRule rule, @Nullable String token, boolean evenExpired) {
        caller.must(rule);
        if (token == null) {
            throw new Fault.BadRequest("Expecting to find X-Subject-Token in the headers.");
        }
        var found = evenExpired && caller.get().isService() ? lately(token) : verifier.find(token);
        var subject = found.orElseThrow(() -> Fault.NotFound.saying("Could not find token."));
        caller.must(rule, Target.user(subject.userId()));
        return subject;
    }

    private Optional<Caller> lately(String token) {
        return verifier.read(token)
                .filter(it -> clock.instant().isBefore(it.expiresAt().plus(AFTERLIFE)))
                .filter(it -> !revocations.covers(it));
    }
}
