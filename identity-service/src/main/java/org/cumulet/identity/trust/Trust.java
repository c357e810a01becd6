package org.cumulet.identity.trust;

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
import org.cumulet.auth.Caller;
import org.cumulet.identity.store.Ids;
import org.jspecify.annotations.Nullable;

/// The trustor lets the trustee act with some of its roles.
@Entity
@Table(name = "trust")
public class Trust {

    @Id
    private String id;

    @Column(name = "trustor_user_id")
    private String trustorUserId;

    @Column(name = "trustee_user_id")
    private String trusteeUserId;

    @Column(name = "project_id")
    private @Nullable String projectId;

    private boolean impersonation;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "remaining_uses")
    private @Nullable Integer remainingUses;

    @Column(name = "redelegated_trust_id")
    private @Nullable String redelegatedTrustId;

    @Column(name = "redelegation_count")
    private int redelegationCount;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "trust_role", joinColumns = @JoinColumn(name = "trust_id"))
    @Column(name = "role_id")
    private Set<String> roleIds;

    protected Trust() {}

    /// @param expiresAt no later than that of the trust it is made from
    /// @param from the trust it is made from, if it is
    Trust(
            NewTrust wish,
            Set<String> roleIds,
            @Nullable Instant expiresAt,
            int redelegationCount,
            @Nullable Trust from) {
        this.id = Ids.fresh();
        this.trustorUserId = wish.trustorUserId();
        this.trusteeUserId = wish.trusteeUserId();
        this.projectId = wish.projectId();
        this.impersonation = wish.impersonation();
        this.expiresAt = expiresAt;
        this.remainingUses = wish.remainingUses();
        this.redelegatedTrustId = from == null ? null : from.id;
        this.redelegationCount = redelegationCount;
        this.roleIds = new HashSet<>(roleIds);
    }

    /// One use less, where uses are counted.
    void use() {
        remainingUses = remainingUses == null ? null : (Integer) (remainingUses - 1);
    }

    boolean isGood(Instant now) {
        return (expiresAt == null || expiresAt.isAfter(now)) && (remainingUses == null || remainingUses > 0);
    }

    public String id() {
        return id;
    }

    public String trustorUserId() {
        return trustorUserId;
    }

    public String trusteeUserId() {
        return trusteeUserId;
    }

    public Optional<String> projectId() {
        return Optional.ofNullable(projectId);
    }

    public boolean impersonation() {
        return impersonation;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    Optional<Integer> remainingUses() {
        return Optional.ofNullable(remainingUses);
    }

    Optional<String> redelegatedTrustId() {
        return Optional.ofNullable(redelegatedTrustId);
    }

    /// How many more times it may be handed on.
    int redelegationCount() {
        return redelegationCount;
    }

    public Set<String> roleIds() {
        return roleIds;
    }

    /// As tokens carry it.
    public Caller.Trust inTokens() {
        return new Caller.Trust(id, trustorUserId, trusteeUserId, impersonation);
    }
}
