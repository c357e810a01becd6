package org.cumulet.identity.role;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Options;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What rules ask for. One that belongs to a domain is not spelt out in tokens.
@Entity
@Table(name = "role")
public class Role {

    @Id
    private String id;

    @Column(name = "domain_id")
    private @Nullable String domainId;

    private String name;
    private @Nullable String description;
    private @Nullable Boolean immutable;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected Role() {}

    Role(NewRole wish) {
        this.id = Ids.fresh();
        this.domainId = wish.domainId();
        this.name = wish.name();
        this.description = wish.description();
        this.immutable = Options.apply(wish.options(), null);
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    void change(RoleChange change) {
        name = Objects.requireNonNullElse(change.name(), name);
        description = change.description().or(description);
        immutable = Options.apply(change.options(), immutable);
        extra = Extra.merge(extra, change.extra());
    }

    public String id() {
        return id;
    }

    public Optional<String> domainId() {
        return Optional.ofNullable(domainId);
    }

    public String name() {
        return name;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    boolean isImmutable() {
        return Boolean.TRUE.equals(immutable);
    }

    Map<String, Boolean> options() {
        return Options.of(immutable);
    }

    Map<String, Object> extra() {
        return extra;
    }
}
