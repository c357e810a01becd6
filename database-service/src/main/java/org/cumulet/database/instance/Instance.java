package org.cumulet.database.instance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.database.server.DatabaseServer;
import org.jspecify.annotations.Nullable;

/// A project's share of a server: its databases and users there. There is one per project and server.
@Entity
@Table(name = "database_instance")
public class Instance {

    @Id
    private UUID id;

    private String project;
    private UUID server;
    private String name;
    private @Nullable Integer volumeGb;

    @Enumerated(EnumType.STRING)
    private InstanceState state;

    private @Nullable Instant rootEnabled;
    private @Nullable String rootEnabledBy;
    private Instant created;
    private Instant updated;

    protected Instance() {}

    Instance(String project, DatabaseServer server, String name, @Nullable Integer volumeGb, Instant now) {
        id = UUID.randomUUID();
        this.project = project;
        this.server = server.id();
        this.name = name;
        this.volumeGb = volumeGb;
        state = InstanceState.ACTIVE;
        created = now;
        updated = now;
    }

    void rename(String newName, Instant now) {
        name = newName;
        updated = now;
    }

    void resize(int gigabytes, Instant now) {
        volumeGb = gigabytes;
        updated = now;
    }

    void move(InstanceState next, Instant now) {
        state = next;
        updated = now;
    }

    void enableRoot(String user, Instant now) {
        rootEnabled = now;
        rootEnabledBy = user;
    }

    /// Who owns every database of it: a name that nobody else can have.
    public String rootName() {
        return "root_" + id.toString().substring(0, 8);
    }

    public UUID id() {
        return id;
    }

    public String project() {
        return project;
    }

    public UUID server() {
        return server;
    }

    public String name() {
        return name;
    }

    /// The size that was asked for, in GB; null where nobody did.
    public @Nullable Integer volumeGb() {
        return volumeGb;
    }

    public InstanceState state() {
        return state;
    }

    public boolean isGoing() {
        return state == InstanceState.DELETING;
    }

    /// When root was enabled for the last time; null if never.
    public @Nullable Instant rootEnabled() {
        return rootEnabled;
    }

    /// The id of who enabled it.
    public @Nullable String rootEnabledBy() {
        return rootEnabledBy;
    }

    public Instant created() {
        return created;
    }

    public Instant updated() {
        return updated;
    }
}
