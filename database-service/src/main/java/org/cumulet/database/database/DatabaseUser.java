package org.cumulet.database.database;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.database.engine.EngineKind;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// Who logs in to databases of one project on one server. What is kept of the password only tells whether one is right.
///
/// MariaDB and MySQL take two passwords for one login; PostgreSQL one, so there the new password of a rotation with
/// overlap
/// comes with a new login: `name.2`.
@Entity
@DynamicUpdate
@Table(name = "database_user")
public class DatabaseUser {

    @Id
    private UUID id;

    private String project;
    private UUID server;
    private String name;
    private int generation;
    private byte[] verifier;
    private byte @Nullable [] oldVerifier;
    private Instant oldUntil;
    private boolean claimed;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Mutability(Immutability.class)
    private @Nullable List<String> standingHosts;

    private Instant created;

    protected DatabaseUser() {}

    DatabaseUser(String project, UUID server, String name, Instant now) {
        id = UUID.randomUUID();
        this.project = project;
        this.server = server;
        this.name = name;
        generation = 1;
        created = now;
    }

    void prove(byte[] newVerifier) {
        verifier = newVerifier;
    }

    /// The old password stays valid for a while.
    void rotate(byte[] newVerifier, EngineKind engine, Instant until) {
        oldVerifier = verifier;
        oldUntil = until;
        verifier = newVerifier;
        if (engine == EngineKind.POSTGRESQL) {
            generation++;
        }
    }

    /// The old password ends now.
    void endOverlap(Instant now) {
        if (oldUntil != null) {
            oldUntil = now;
        }
    }

    /// The server knows the old password no more.
    void forgetOld() {
        oldVerifier = null;
        oldUntil = null;
    }

    /// Nobody of this name was on the server, so who comes to be there is ours.
    void claim() {
        claimed = true;
    }

    /// Nothing is on the server under this name any more.
    void unclaim() {
        claimed = false;
    }

    /// From here on it stays also without a database.
    ///
    /// @param hosts from where it comes to those it is given; none for one that goes with its last database
    void stand(List<String> hosts) {
        standingHosts = hosts.isEmpty() ? null : List.copyOf(hosts);
    }

    /// It goes with its last database.
    void release() {
        stand(List.of());
    }

    boolean stands() {
        return standingHosts != null;
    }

    @Nullable
    List<String> standingHosts() {
        return standingHosts;
    }

    UUID id() {
        return id;
    }

    String project() {
        return project;
    }

    UUID server() {
        return server;
    }

    public String name() {
        return name;
    }

    String login() {
        return login(generation);
    }

    String oldLogin(EngineKind engine) {
        return engine == EngineKind.POSTGRESQL ? login(generation - 1) : login();
    }

    private String login(int number) {
        return number == 1 ? name : name + "." + number;
    }

    byte[] verifier() {
        return verifier;
    }

    byte @Nullable [] oldVerifier() {
        return oldVerifier;
    }

    @Nullable
    Instant oldUntil() {
        return oldUntil;
    }

    boolean claimed() {
        return claimed;
    }
}
