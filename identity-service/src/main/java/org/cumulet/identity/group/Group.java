package org.cumulet.identity.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.auth.Target;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.wire.Extra;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Users of one domain or several who hold roles together.
@Entity
@Table(name = "identity_group")
public class Group {

    @Id
    private String id;

    @Column(name = "domain_id")
    private String domainId;

    @Column(name = "directory_id")
    private @Nullable String directoryId;

    private String name;
    private String description;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected Group() {}

    Group(String domainId, NewGroup wish) {
        this.id = Ids.fresh();
        this.domainId = domainId;
        this.name = wish.name();
        this.description = Objects.requireNonNullElse(wish.description(), "");
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    /// The trace of a group that is in a directory.
    Group(String domainId, GroupService.Kept kept) {
        this.id = Ids.of(domainId, "group", kept.directoryId());
        this.domainId = domainId;
        this.directoryId = kept.directoryId();
        this.extra = Map.of();
        follow(kept);
    }

    /// Takes over what the directory says.
    final void follow(GroupService.Kept kept) {
        name = kept.name();
        description = Objects.requireNonNullElse(kept.description(), "");
    }

    void change(GroupChange change) {
        name = Objects.requireNonNullElse(change.name(), name);
        description = Objects.requireNonNullElse(change.description().or(description), "");
        extra = Extra.merge(extra, change.extra());
    }

    public String id() {
        return id;
    }

    public String domainId() {
        return domainId;
    }

    /// What the directory that it is in knows it by, if it is in one.
    Optional<String> directoryId() {
        return Optional.ofNullable(directoryId);
    }

    public String name() {
        return name;
    }

    String description() {
        return description;
    }

    Map<String, Object> extra() {
        return extra;
    }

    /// As rules see it.
    public Target target() {
        return Target.domain(domainId);
    }
}
