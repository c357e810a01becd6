package org.cumulet.identity.identityprovider;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody outside who vouches for people.
@Entity
@Table(name = "identity_provider")
public class IdentityProvider {

    @Id
    private String id;

    @Column(name = "domain_id")
    private String domainId;

    private @Nullable String description;
    private boolean enabled;

    @Column(name = "authorization_ttl")
    private @Nullable Integer authorizationTtl;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "identity_provider_remote", joinColumns = @JoinColumn(name = "idp_id"))
    @Column(name = "remote_id")
    private Set<String> remoteIds = new HashSet<>();

    protected IdentityProvider() {}

    IdentityProvider(String id, String domainId, NewIdentityProvider wish) {
        this.id = id;
        this.domainId = domainId;
        this.description = wish.description();
        this.enabled = wish.enabled();
        this.authorizationTtl = wish.authorizationTtl();
        this.remoteIds.addAll(wish.remoteIds());
    }

    void change(IdentityProviderChange change) {
        description = change.description().or(description);
        enabled = Objects.requireNonNullElse(change.enabled(), enabled);
        authorizationTtl = change.authorizationTtl().or(authorizationTtl);
        if (change.remoteIds() != null) {
            remoteIds.retainAll(change.remoteIds());
            remoteIds.addAll(change.remoteIds());
        }
    }

    void close() {
        enabled = false;
    }

    public String id() {
        return id;
    }

    /// The domain of those whom it vouches for.
    public String domainId() {
        return domainId;
    }

    @Nullable
    String description() {
        return description;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /// How long its word about groups holds; as long as a token where it says nothing.
    public Optional<Duration> authorizationLife() {
        return Optional.ofNullable(authorizationTtl).map(Duration::ofMinutes);
    }

    @Nullable
    Integer authorizationTtl() {
        return authorizationTtl;
    }

    /// What it calls itself: issuers.
    public List<String> remoteIds() {
        return remoteIds.stream().sorted().toList();
    }
}
