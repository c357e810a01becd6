package org.cumulet.identity.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.auth.Target;
import org.cumulet.identity.store.Ids;
import org.cumulet.identity.wire.Extra;
import org.cumulet.identity.wire.Options;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A node of the tree that everything in the cloud belongs to. Its roots are the domains.
@Entity
@Table(name = "project")
public class Project {

    @Id
    private String id;

    @Column(name = "domain_id")
    private @Nullable String domainId;

    @Column(name = "parent_id")
    private @Nullable String parentId;

    private String name;
    private String description;
    private boolean enabled;

    @Column(name = "is_domain")
    private boolean isDomain;

    private String[] tags;
    private @Nullable Boolean immutable;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected Project() {}

    private Project(String id, @Nullable Project parent, NewProject wish) {
        this.id = id;
        this.domainId = parent == null ? null : parent.domain();
        this.parentId = parent == null ? null : parent.id;
        this.name = wish.name();
        this.description = Objects.requireNonNullElse(wish.description(), "");
        this.enabled = !Boolean.FALSE.equals(wish.enabled());
        this.isDomain = parent == null;
        this.tags = distinct(wish.tags());
        this.immutable = Options.apply(wish.options(), null);
        this.extra = wish.extra();
    }

    static Project below(Project parent, NewProject wish) {
        return new Project(Ids.fresh(), parent, wish);
    }

    static Project domain(String id, NewProject wish) {
        return new Project(id, null, wish);
    }

    void change(ProjectChange change) {
        name = Objects.requireNonNullElse(change.name(), name);
        description = Objects.requireNonNullElse(change.description().or(description), "");
        enabled = Objects.requireNonNullElse(change.enabled(), enabled);
        tags = change.tags() == null ? tags : distinct(change.tags());
        immutable = Options.apply(change.options(), immutable);
        extra = Extra.merge(extra, change.extra());
    }

    public String id() {
        return id;
    }

    /// The domain it belongs to; a domain belongs to itself.
    public String domain() {
        return domainId == null ? id : domainId;
    }

    public Optional<String> domainId() {
        return Optional.ofNullable(domainId);
    }

    Optional<String> parentId() {
        return Optional.ofNullable(parentId);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public boolean isDomain() {
        return isDomain;
    }

    public boolean isImmutable() {
        return Boolean.TRUE.equals(immutable);
    }

    public List<String> tags() {
        return List.of(tags);
    }

    public Map<String, Boolean> options() {
        return Options.of(immutable);
    }

    public Map<String, Object> extra() {
        return extra;
    }

    /// As rules see it.
    public Target target() {
        return new Target(id, domain(), null);
    }

    private static String[] distinct(@Nullable List<String> tags) {
        return tags == null ? new String[0] : tags.stream().distinct().toArray(String[]::new);
    }
}
