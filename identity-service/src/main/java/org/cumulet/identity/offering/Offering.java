package org.cumulet.identity.offering;

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

/// A service of the cloud. Clients find it by its type.
@Entity
@Table(name = "service")
public class Offering {

    @Id
    private String id;

    private String type;
    private @Nullable String name;
    private @Nullable String description;
    private boolean enabled;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected Offering() {}

    Offering(NewOffering wish) {
        this.id = Ids.fresh();
        this.type = wish.type();
        this.name = wish.name();
        this.description = wish.description();
        this.enabled = !Boolean.FALSE.equals(wish.enabled());
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    void change(OfferingChange change) {
        type = Objects.requireNonNullElse(change.type(), type);
        name = change.name().or(name);
        description = change.description().or(description);
        enabled = Objects.requireNonNullElse(change.enabled(), enabled);
        extra = Extra.merge(extra, change.extra());
    }

    public String id() {
        return id;
    }

    public String type() {
        return type;
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    boolean isEnabled() {
        return enabled;
    }

    Map<String, Object> extra() {
        return extra;
    }
}
