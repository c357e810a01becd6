package org.cumulet.identity.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A key pair: the public half as it is published, the private one sealed.
@Entity
@Table(name = "signing_key")
class SigningKey {

    @Id
    private String id;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "public_key")
    private Map<String, Object> publicKey;

    @Column(name = "private_key")
    private byte[] privateKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_from")
    private Instant signsFrom;

    protected SigningKey() {}

    SigningKey(String id, Map<String, Object> publicKey, byte[] privateKey, Instant createdAt, Instant signsFrom) {
        this.id = id;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.createdAt = createdAt;
        this.signsFrom = signsFrom;
    }

    String id() {
        return id;
    }

    Map<String, Object> publicKey() {
        return publicKey;
    }

    byte[] privateKey() {
        return privateKey;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant signsFrom() {
        return signsFrom;
    }
}
