package org.cumulet.identity.user;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The password of a user, as far as it is known.
///
/// @param hash of it
/// @param expiresAt when it must be changed; null for never
/// @param own whether its user chose it
@Embeddable
public record Password(
        @Column(name = "password") String hash,
        @Column(name = "password_created_at") Instant createdAt,
        @Column(name = "password_expires_at") @Nullable Instant expiresAt,
        @Column(name = "password_own") Boolean own) {

    /// The same password, hashed otherwise.
    Password hashedAs(String other) {
        return new Password(other, createdAt, expiresAt, own);
    }

    /// Without the hash.
    @Override
    public String toString() {
        return "Password[]";
    }
}
