package org.cumulet.identity.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.auth.AccessRule;
import org.cumulet.auth.Caller;
import org.cumulet.auth.Scope;
import org.cumulet.identity.catalog.CatalogEntry;
import org.cumulet.identity.credential.ApplicationCredential;
import org.cumulet.identity.role.Role;
import org.cumulet.identity.token.TokenService.Described;
import org.cumulet.identity.token.TokenService.Details;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// A token as the API shows it: what does not belong to its scope is not there.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenView(
        List<String> methods,
        User user,
        List<String> auditIds,
        String issuedAt,
        String expiresAt,
        @Nullable Project project,
        @JsonProperty("is_domain") @Nullable Boolean isDomain,
        @Nullable Named domain,
        @Nullable Whole system,
        @Nullable List<Named> roles,
        @Nullable List<CatalogEntry> catalog,
        @Nullable Credential applicationCredential,
        @JsonProperty("OS-TRUST:trust") @Nullable Trust trust) {

    static final String HEADER = "X-Subject-Token";

    record Named(String id, String name) {}

    record User(
            String id,
            String name,
            Named domain,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String passwordExpiresAt,

            @JsonProperty("OS-FEDERATION") @Nullable Federation federation) {}

    /// By whose word the user is who it is, and which groups that puts it in.
    record Federation(Party identityProvider, Party protocol, List<Party> groups) {

        static @Nullable Federation of(Caller.@Nullable Federation by, List<String> groups) {
            return by == null
                    ? null
                    : new Federation(
                            new Party(by.provider()),
                            new Party(by.protocol()),
                            groups.stream().map(Party::new).toList());
        }
    }

    record Project(String id, String name, Named domain) {}

    record Whole(boolean all) {}

    record Credential(
            String id,
            String name,
            boolean restricted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<AccessRule> accessRules) {}

    record Trust(String id, boolean impersonation, Party trustorUser, Party trusteeUser) {

        static @Nullable Trust of(Caller.@Nullable Trust trust) {
            return trust == null
                    ? null
                    : new Trust(
                            trust.id(), trust.impersonation(), new Party(trust.trustor()), new Party(trust.trustee()));
        }
    }

    record Party(String id) {}

    static TokenView of(Described token) {
        var caller = token.caller();
        var scope = caller.scope();
        return new TokenView(
                caller.methods(),
                user(caller, token.details()),
                caller.auditIds(),
                Times.MICROS_Z.of(caller.issuedAt()),
                Times.MICROS_Z.of(caller.expiresAt()),
                scope instanceof Scope.Project it ? project(it) : null,
                scope instanceof Scope.Project ? false : null,
                scope instanceof Scope.Domain(var id, var name) ? new Named(id, name) : null,
                scope instanceof Scope.System ? new Whole(true) : null,
                scope instanceof Scope.Unscoped
                        ? null
                        : token.details().roles().stream().map(TokenView::role).toList(),
                token.details().catalog().orElse(null),
                token.details().credential().map(it -> credential(it, caller)).orElse(null),
                Trust.of(caller.trust()));
    }

    private static User user(Caller caller, Details details) {
        var user = caller.user();
        return new User(
                user.id(),
                user.name(),
                new Named(user.domainId(), user.domainName()),
                details.passwordExpiresAt().map(Times.MICROS::of).orElse(null),
                Federation.of(caller.federation(), details.lentGroups()));
    }

    private static Project project(Scope.Project project) {
        return new Project(project.id(), project.name(), new Named(project.domainId(), project.domainName()));
    }

    private static Named role(Role role) {
        return new Named(role.id(), role.name());
    }

    private static Credential credential(ApplicationCredential credential, Caller caller) {
        return new Credential(credential.id(), credential.name(), !credential.isUnrestricted(), caller.accessRules());
    }

    record One(TokenView token) {

        /// With the token itself beside what it says.
        static RestResponse<One> answer(RestResponse.Status status, String token, Described described) {
            return RestResponse.ResponseBuilder.create(status, new One(TokenView.of(described)))
                    .header(HEADER, token)
                    .header("Vary", "X-Auth-Token")
                    .build();
        }
    }
}
