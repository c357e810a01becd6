package org.cumulet.identity.user;

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

/// Somebody who can log in: a person or a service.
@Entity
@Table(name = "identity_user")
public class User {

    private static final String LOCK_PASSWORD = "lock_password";

    @Id
    private String id;

    @Column(name = "domain_id")
    private String domainId;

    private String name;
    private @Nullable String password;
    private boolean enabled;

    @Column(name = "default_project_id")
    private @Nullable String defaultProjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> options;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected User() {}

    User(String domainId, NewUser wish, @Nullable String password) {
        this.id = Ids.fresh();
        this.domainId = domainId;
        this.name = wish.name();
        this.password = password;
        this.enabled = !Boolean.FALSE.equals(wish.enabled());
        this.defaultProjectId = wish.defaultProjectId();
        this.options = Extra.merge(Map.of(), wish.options());
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    /// @param password the hash of the new one; null where it stays
    void change(UserChange change, @Nullable String password) {
        name = Objects.requireNonNullElse(change.name(), name);
        enabled = Objects.requireNonNullElse(change.enabled(), enabled);
        defaultProjectId = change.defaultProjectId().or(defaultProjectId);
        options = Extra.merge(options, change.options());
        extra = Extra.merge(extra, change.extra());
        this.password = password == null ? this.password : password;
    }

    void forgetDefaultProject() {
        defaultProjectId = null;
    }

    void password(String hash) {
        password = hash;
    }

    public String id() {
        return id;
    }

    public String domainId() {
        return domainId;
    }

    public String name() {
        return name;
    }

    /// The hash of the password; a user without one cannot log in by password.
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Optional<String> defaultProjectId() {
        return Optional.ofNullable(defaultProjectId);
    }

    boolean isPasswordLocked() {
        return Boolean.TRUE.equals(options.get(LOCK_PASSWORD));
    }

    Map<String, Object> options() {
        return options;
    }

    Map<String, Object> extra() {
        return extra;
    }

    /// As rules see it.
    public Target target() {
        return new Target(null, domainId, id);
    }
}
