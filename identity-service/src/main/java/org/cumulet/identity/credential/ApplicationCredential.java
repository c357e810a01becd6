package org.cumulet.identity.credential;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cumulet.identity.store.Ids;
import org.jspecify.annotations.Nullable;

/// A login for a program: some of its user's roles in one project. Restricted ones make no further logins.
@Entity
@Table(name = "application_credential")
public class ApplicationCredential {

    @Id
    private String id;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "project_id")
    private String projectId;

    private String name;
    private @Nullable String description;
    private String secret;
    private boolean unrestricted;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "application_credential_role",
            joinColumns = @JoinColumn(name = "application_credential_id"))
    @Column(name = "role_id")
    private Set<String> roleIds;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "application_credential_access_rule",
            joinColumns = @JoinColumn(name = "application_credential_id"))
    @Column(name = "access_rule_id")
    private Set<String> accessRuleIds;

    protected ApplicationCredential() {}

    /// @param secret the hash
    ApplicationCredential(
            String userId,
            String projectId,
            NewCredential wish,
            String secret,
            Set<String> roleIds,
            Set<String> accessRuleIds) {
        this.id = Ids.fresh();
        this.userId = userId;
        this.projectId = projectId;
        this.name = wish.name();
        this.description = wish.description();
        this.secret = secret;
        this.unrestricted = Boolean.TRUE.equals(wish.unrestricted());
        this.expiresAt = wish.end().orElse(null);
        this.roleIds = new HashSet<>(roleIds);
        this.accessRuleIds = new HashSet<>(accessRuleIds);
    }

    public String id() {
        return id;
    }

    public String userId() {
        return userId;
    }

    public String projectId() {
        return projectId;
    }

    public String name() {
        return name;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /// The hash of the secret.
    public String secret() {
        return secret;
    }

    public boolean isUnrestricted() {
        return unrestricted;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Set<String> roleIds() {
        return roleIds;
    }

    /// The only requests it is good for; it is good for all where there are none.
    public Set<String> accessRuleIds() {
        return accessRuleIds;
    }
}
