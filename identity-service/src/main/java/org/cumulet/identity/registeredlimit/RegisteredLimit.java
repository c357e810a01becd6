package org.cumulet.identity.registeredlimit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.identity.store.Ids;
import org.jspecify.annotations.Nullable;

/// How much of something of a service everybody may have who has no limit of its own.
@Entity
@Table(name = "registered_limit")
public class RegisteredLimit {

    @Id
    private String id;

    @Column(name = "service_id")
    private String serviceId;

    @Column(name = "region_id")
    private @Nullable String regionId;

    @Column(name = "resource_name")
    private String resourceName;

    @Column(name = "default_limit")
    private int defaultLimit;

    private @Nullable String description;

    protected RegisteredLimit() {}

    RegisteredLimit(NewRegisteredLimit wish) {
        this.id = Ids.fresh();
        this.serviceId = wish.serviceId();
        this.regionId = wish.regionId();
        this.resourceName = wish.resourceName();
        this.defaultLimit = wish.defaultLimit();
        this.description = wish.description();
    }

    void change(RegisteredLimitChange change) {
        serviceId = Objects.requireNonNullElse(change.serviceId(), serviceId);
        regionId = change.regionId().or(regionId);
        resourceName = Objects.requireNonNullElse(change.resourceName(), resourceName);
        defaultLimit = Objects.requireNonNullElse(change.defaultLimit(), defaultLimit);
        description = change.description().or(description);
    }

    public String id() {
        return id;
    }

    public String serviceId() {
        return serviceId;
    }

    public Optional<String> regionId() {
        return Optional.ofNullable(regionId);
    }

    public String resourceName() {
        return resourceName;
    }

    int defaultLimit() {
        return defaultLimit;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }
}
