package org.cumulet.identity.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    @Id
    private String id;

    @Column(name = "domain_id")
    private String domainId;

    private String name;

    @Embedded
    private @Nullable Password password;

    @Embedded
    private @Nullable Federated federated;

    @Column(name = "directory_id")
    private @Nullable String directoryId;

    @Column(name = "directory_login_at", insertable = false, updatable = false)
    private @Nullable Instant directoryLoginAt;

    @Column(name = "failed_logins")
    private int failedLogins;

    @Column(name = "failed_at")
    private @Nullable Instant failedAt;

    @Column(name = "active_on")
    private @Nullable LocalDate activeOn;

    private boolean enabled;

    @Column(name = "default_project_id")
    private @Nullable String defaultProjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> options;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected User() {}

    User(String domainId, NewUser wish) {
        this.id = Ids.fresh();
        this.domainId = domainId;
        this.name = wish.name();
        this.enabled = !Boolean.FALSE.equals(wish.enabled());
        this.defaultProjectId = wish.defaultProjectId();
        this.options = Extra.merge(Map.of(), wish.options());
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    /// The trace of a user who is in a directory.
    User(String domainId, Kept kept) {
        this.id = Ids.of(domainId, "user", kept.directoryId());
        this.domainId = domainId;
        this.directoryId = kept.directoryId();
        this.name = kept.name();
        this.enabled = kept.enabled();
        this.options = Map.of();
        this.extra = kept.extra();
    }

    /// What a directory says of a user.
    public record Kept(String directoryId, String name, boolean enabled, Map<String, Object> extra) {}

    /// Takes over what the directory says.
    void follow(Kept kept) {
        name = kept.name();
        enabled = kept.enabled();
        extra = kept.extra();
    }

    boolean isAs(Kept kept) {
        return name.equals(kept.name()) && enabled == kept.enabled() && extra.equals(kept.extra());
    }

    void change(UserChange change) {
        name = Objects.requireNonNullElse(change.name(), name);
        enabled = Objects.requireNonNullElse(change.enabled(), enabled);
        defaultProjectId = change.defaultProjectId().or(defaultProjectId);
        options = Extra.merge(options, change.options());
        extra = Extra.merge(extra, change.extra());
        if (Boolean.TRUE.equals(change.enabled())) {
            unlock();
            activeOn = null;
        }
    }

    void federatedBy(Federated provider) {
        federated = provider;
    }

    /// Takes over what the provider says of it. False where that is nothing new.
    boolean follow(String newName, Map<String, Object> newExtra) {
        var merged = Extra.merge(extra, newExtra);
        var isNew = !name.equals(newName) || !extra.equals(merged);
        name = newName;
        extra = merged;
        return isNew;
    }

    void disable() {
        enabled = false;
    }

    /// Forgets the wrong guesses.
    void unlock() {
        failedLogins = 0;
        failedAt = null;
    }

    void activeOn(LocalDate day) {
        activeOn = day;
    }

    void forgetDefaultProject() {
        defaultProjectId = null;
    }

    void password(Password chosen) {
        password = chosen;
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
        return Optional.ofNullable(password).map(Password::hash);
    }

    Optional<Password> currentPassword() {
        return Optional.ofNullable(password);
    }

    /// When the password must be changed, if ever.
    public Optional<Instant> passwordExpiresAt() {
        return Optional.ofNullable(password).map(Password::expiresAt).filter(_ -> !is("ignore_password_expiry"));
    }

    /// Who outside vouches for it, if anybody.
    public Optional<Federated> federated() {
        return Optional.ofNullable(federated);
    }

    /// What the directory that it is in knows it by, if it is in one.
    public Optional<String> directoryId() {
        return Optional.ofNullable(directoryId);
    }

    /// How many wrong passwords in a row.
    int failedLogins() {
        return failedLogins;
    }

    Optional<Instant> failedAt() {
        return Optional.ofNullable(failedAt);
    }

    Optional<LocalDate> activeOn() {
        return Optional.ofNullable(activeOn);
    }

    public boolean isEnabled() {
        return enabled;
    }

    public Optional<String> defaultProjectId() {
        return Optional.ofNullable(defaultProjectId);
    }

    /// Sets of methods of which a login must show one in full; empty where any method will do.
    @SuppressWarnings("unchecked")
    public List<List<String>> requiredMethods() {
        var asked = !Boolean.FALSE.equals(options.get(UserOptions.FACTORS_ENABLED));
        return asked ? (List<List<String>>) options.getOrDefault(UserOptions.FACTORS, List.of()) : List.of();
    }

    public boolean isContentWith(List<String> methods) {
        return requiredMethods().isEmpty() || requiredMethods().stream().anyMatch(methods::containsAll);
    }

    /// Whether this option is on.
    boolean is(String option) {
        return Boolean.TRUE.equals(options.get(option));
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
