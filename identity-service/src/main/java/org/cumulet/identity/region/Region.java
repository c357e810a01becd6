package org.cumulet.identity.region;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.wire.Extra;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A part of the cloud with endpoints of its own.
@Entity
@Table(name = "region")
class Region {

    @Id
    private String id;

    @Column(name = "parent_region_id")
    private @Nullable String parentRegionId;

    private String description;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected Region() {}

    Region(NewRegion wish) {
        this.id = Objects.requireNonNullElseGet(wish.id(), Ids::fresh);
        this.parentRegionId = wish.parentRegionId();
        this.description = Objects.requireNonNullElse(wish.description(), "");
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    void change(RegionChange change) {
        parentRegionId = change.parentRegionId().or(parentRegionId);
        description = Objects.requireNonNullElse(change.description().or(description), "");
        extra = Extra.merge(extra, change.extra());
    }

    String id() {
        return id;
    }

    Optional<String> parentRegionId() {
        return Optional.ofNullable(parentRegionId);
    }

    String description() {
        return description;
    }

    Map<String, Object> extra() {
        return extra;
    }
}
