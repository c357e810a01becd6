package org.cumulet.identity.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.identity.registeredlimit.RegisteredLimit;
import org.cumulet.identity.store.Ids;
import org.jspecify.annotations.Nullable;

/// How much of something a project, or a domain, may have.
@Entity
@Table(name = "project_limit")
class Limit {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "registered_limit_id")
    private RegisteredLimit registered;

    @Column(name = "project_id")
    private @Nullable String projectId;

    @Column(name = "domain_id")
    private @Nullable String domainId;

    @Column(name = "resource_limit")
    private int resourceLimit;

    private @Nullable String description;

    protected Limit() {}

    Limit(NewLimit wish, RegisteredLimit registered) {
        this.id = Ids.fresh();
        this.registered = registered;
        this.projectId = wish.projectId();
        this.domainId = wish.domainId();
        this.resourceLimit = wish.resourceLimit();
        this.description = wish.description();
    }

    void change(LimitChange change) {
        resourceLimit = Objects.requireNonNullElse(change.resourceLimit(), resourceLimit);
        description = change.description().or(description);
    }

    String id() {
        return id;
    }

    /// What it is a limit of.
    RegisteredLimit registered() {
        return registered;
    }

    Optional<String> projectId() {
        return Optional.ofNullable(projectId);
    }

    Optional<String> domainId() {
        return Optional.ofNullable(domainId);
    }

    int resourceLimit() {
        return resourceLimit;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }
}
