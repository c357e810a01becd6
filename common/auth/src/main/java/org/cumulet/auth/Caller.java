package org.cumulet.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Who is calling: what a verified token says.
///
/// @param user who it is
/// @param scope what the token is good for
/// @param roles names of the roles held in that scope, implied ones included
/// @param methods how the caller logged in
/// @param auditIds the token's own audit id, and the first one of its chain when it was made from another
/// @param issuedAt microseconds count: revocation compares with it
/// @param expiresAt when the token ends
/// @param applicationCredential id of the application credential it was made from, if any
/// @param trust the trust it was made from, if any
/// @param accessRules the only requests it is good for; null when it is good for all
/// @param federation by whose word it is who it is; null when identity itself knows
public record Caller(
        User user,
        Scope scope,
        Set<String> roles,
        List<String> methods,
        List<String> auditIds,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String applicationCredential,
        @Nullable Trust trust,
        @Nullable List<AccessRule> accessRules,
        @Nullable Federation federation) {

    /// An identity provider outside vouches for somebody.
    ///
    /// @param provider its id
    /// @param protocol the id of the way it does so
    public record Federation(String provider, String protocol) {}

    /// Somebody acts with roles of somebody else.
    ///
    /// @param trustor whose roles they are
    /// @param trustee who acts
    /// @param impersonation whether the trustee appears as the trustor
    public record Trust(String id, String trustor, String trustee, boolean impersonation) {}

    /// One that acts for itself and may do whatever its roles allow.
    public Caller(
            User user,
            Scope scope,
            Set<String> roles,
            List<String> methods,
            List<String> auditIds,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable String applicationCredential) {
        this(user, scope, roles, methods, auditIds, issuedAt, expiresAt, applicationCredential, null, null, null);
    }

    /// A person or a service.
    public record User(String id, String name, String domainId, String domainName) {}

    public Caller {
        roles = Set.copyOf(roles);
        methods = List.copyOf(methods);
        auditIds = List.copyOf(auditIds);
        accessRules = accessRules == null ? null : List.copyOf(accessRules);
    }

    /// The same in another token, of the same chain where there is one.
    public Caller sibling(String auditId) {
        var ids = Stream.concat(Stream.of(auditId), auditIds.stream().skip(1)).toList();
        return new Caller(
                user,
                scope,
                roles,
                methods,
                ids,
                issuedAt,
                expiresAt,
                applicationCredential,
                trust,
                accessRules,
                federation);
    }

    public String userId() {
        return user.id();
    }

    /// The project this token is for.
    ///
    /// @throws Fault.Forbidden when it is for none
    public String project() {
        return projectId().orElseThrow(() -> new Fault.Forbidden("This needs a token that is scoped to a project."));
    }

    public Optional<String> projectId() {
        return scope instanceof Scope.Project project ? Optional.of(project.id()) : Optional.empty();
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /// Whether the token is good for a request at all, whatever the roles allow.
    ///
    /// @param path as it was sent, beginning with a slash and the service's own path
    boolean reaches(String method, String path) {
        return accessRules == null || accessRules.stream().anyMatch(rule -> rule.allows(method, path));
    }

    /// The role `admin` in a project or on the system: an administrator of the cloud. Who is admin in a domain rules
    /// over that domain's users and projects, in identity, and over nothing else.
    public boolean isAdmin() {
        return has(Roles.ADMIN) && !(scope instanceof Scope.Domain);
    }

    /// One of our own services.
    public boolean isService() {
        return has(Roles.SERVICE);
    }
}
