package org.cumulet.compute.keypair;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.cumulet.compute.server.LoginKey;

/// A public key under a name its user gave it. The private part is never here.
@Entity
public class Keypair {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id")
    private String user;

    private String name;

    @Enumerated(EnumType.STRING)
    private KeypairType type;

    private String publicKey;
    private String fingerprint;
    private Instant created;

    protected Keypair() {}

    Keypair(String user, String name, KeypairType type, PublicKeyText key, Instant now) {
        this.user = user;
        this.name = name;
        this.type = type;
        publicKey = key.text();
        fingerprint = key.fingerprint();
        created = now;
    }

    /// As a server keeps it.
    LoginKey copy() {
        return new LoginKey(name, publicKey);
    }

    long id() {
        return id;
    }

    String user() {
        return user;
    }

    String name() {
        return name;
    }

    KeypairType type() {
        return type;
    }

    String publicKey() {
        return publicKey;
    }

    String fingerprint() {
        return fingerprint;
    }

    Instant created() {
        return created;
    }
}
