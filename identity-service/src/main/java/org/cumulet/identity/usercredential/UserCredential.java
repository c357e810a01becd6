package org.cumulet.identity.usercredential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cumulet.auth.Target;
import org.cumulet.identity.wire.Extra;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Something secret of a user. Whose it is never changes.
@Entity
@Table(name = "credential")
class UserCredential {

    @Id
    private String id;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "project_id")
    private @Nullable String projectId;

    private String type;
    private byte[] sealed;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> extra;

    protected UserCredential() {}

    /// @param sealed the blob, encrypted
    UserCredential(String id, NewUserCredential wish, byte[] sealed) {
        this.id = id;
        this.userId = wish.userId();
        this.projectId = wish.projectId();
        this.type = wish.type();
        this.sealed = sealed;
        this.extra = Extra.merge(Map.of(), wish.extra());
    }

    /// @param newlySealed the new blob, encrypted; null where it stays
    void change(UserCredentialChange change, byte @Nullable [] newlySealed) {
        type = Objects.requireNonNullElse(change.type(), type);
        sealed = newlySealed == null ? sealed : newlySealed;
        extra = Extra.merge(extra, change.extra());
    }

    String id() {
        return id;
    }

    String userId() {
        return userId;
    }

    Optional<String> projectId() {
        return Optional.ofNullable(projectId);
    }

    String type() {
        return type;
    }

    byte[] sealed() {
        return sealed;
    }

    Map<String, Object> extra() {
        return extra;
    }

    /// As rules see it.
    Target target() {
        return Target.user(userId);
    }
}
