package org.cumulet.database.server;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.database.engine.Access;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Vitals;
import org.jspecify.annotations.Nullable;

/// A server we are administrator of.
@Entity
public class DatabaseServer {

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private EngineKind engine;

    private String host;
    private int port;
    private String adminUser;
    private byte[] adminPassword;
    private byte @Nullable [] nextPassword;

    @Enumerated(EnumType.STRING)
    private ServerState state;

    private String trouble;
    private String version;
    private Long bytes;
    private Integer connections;
    private Integer maxConnections;
    private Instant checked;
    private Instant created;
    private Instant updated;

    protected DatabaseServer() {}

    DatabaseServer(UUID id, NewServer wish, byte[] adminPassword, Vitals vitals, Instant now) {
        this.id = id;
        this.name = wish.name();
        this.engine = wish.engine();
        this.host = wish.host();
        this.port = wish.portOrUsual();
        this.adminUser = wish.adminUser();
        this.adminPassword = adminPassword;
        this.created = now;
        this.updated = now;
        answered(vitals, now);
    }

    void answered(Vitals vitals, Instant now) {
        state = ServerState.ONLINE;
        trouble = null;
        version = vitals.version();
        bytes = vitals.bytes();
        connections = vitals.connections();
        maxConnections = vitals.maxConnections();
        checked = now;
    }

    void failed(String why, Instant now) {
        state = ServerState.OFFLINE;
        trouble = why;
        checked = now;
    }

    /// The password that is about to be set: kept before the server is told, so that it cannot be lost.
    void announce(byte[] password) {
        nextPassword = password;
    }

    /// The server has taken the announced password.
    void changePassword(Instant now) {
        if (nextPassword != null) {
            adminPassword = nextPassword;
            nextPassword = null;
            updated = now;
        }
    }

    boolean isAt(Access access) {
        return host.equals(access.host()) && port == access.port();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public EngineKind engine() {
        return engine;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String adminUser() {
        return adminUser;
    }

    byte[] adminPassword() {
        return adminPassword;
    }

    byte @Nullable [] nextPassword() {
        return nextPassword;
    }

    public ServerState state() {
        return state;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    public @Nullable String version() {
        return version;
    }

    @Nullable
    Long bytes() {
        return bytes;
    }

    @Nullable
    Integer connections() {
        return connections;
    }

    @Nullable
    Integer maxConnections() {
        return maxConnections;
    }

    @Nullable
    Instant checked() {
        return checked;
    }

    public Instant created() {
        return created;
    }

    public Instant updated() {
        return updated;
    }
}
