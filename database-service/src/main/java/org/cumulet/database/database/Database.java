package org.cumulet.database.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.database.engine.DatabaseShape;
import org.cumulet.database.engine.Use;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A database as it was declared.
@Entity
@DynamicUpdate
@Table(name = "database_record")
public class Database {

    @Id
    private UUID id;

    private String project;
    private UUID server;
    private String name;
    private String characterSet;

    @Column(name = "collation_name")
    private String collation;

    @Column(name = "size_limit_mb")
    private Long sizeLimitMb;

    private boolean overLimit;

    @Enumerated(EnumType.STRING)
    private DatabaseState state;

    private String trouble;
    private boolean claimed;
    private boolean filling;
    private int wish;
    private Long bytes;
    private Integer connections;
    private Instant created;
    private Instant updated;

    protected Database() {}

    Database(String project, UUID server, DatabaseShape shape, Instant now) {
        id = UUID.randomUUID();
        this.project = project;
        this.server = server;
        name = shape.name();
        characterSet = shape.characterSet();
        collation = shape.collation();
        state = DatabaseState.BUILDING;
        wish = 1;
        created = now;
        updated = now;
    }

    /// Nothing of this name was on the server, so what comes to be there is ours.
    void claim() {
        claimed = true;
    }

    /// It is not ready before a dump was played into it.
    void fill() {
        filling = true;
    }

    void filled() {
        filling = false;
    }

    /// It waits for a dump, or has half of one.
    public boolean isFilling() {
        return filling;
    }

    /// Why it is not gone yet.
    void waiting(String why) {
        trouble = why;
    }

    void delete(Instant now) {
        state = DatabaseState.DELETING;
        updated = now;
    }

    void limit(@Nullable Long megabytes) {
        sizeLimitMb = megabytes;
    }

    void measured(Use use) {
        bytes = use.bytes();
        connections = use.connections();
    }

    DatabaseShape shape() {
        return new DatabaseShape(name, characterSet, collation);
    }

    /// Counts what was wished of it: who works for an older wish leaves it to who works for this one.
    public int wish() {
        return wish;
    }

    public boolean isGoing() {
        return state == DatabaseState.DELETING;
    }

    /// Whether it has come to be over its limit, or within it, since this was asked for the last time.
    boolean crossedItsLimit() {
        var crossed = overLimit != isOverItsLimit();
        overLimit = isOverItsLimit();
        return crossed;
    }

    boolean isOverItsLimit() {
        return sizeLimitMb != null && bytes != null && bytes > sizeLimitMb * 1024 * 1024;
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

    public String characterSet() {
        return characterSet;
    }

    public String collation() {
        return collation;
    }

    @Nullable
    Long sizeLimitMb() {
        return sizeLimitMb;
    }

    public DatabaseState state() {
        return state;
    }

    public @Nullable String trouble() {
        return trouble;
    }

    /// Whether what is on the server under its name is ours.
    public boolean claimed() {
        return claimed;
    }

    @Nullable
    Long bytes() {
        return bytes;
    }

    @Nullable
    Integer connections() {
        return connections;
    }

    Instant created() {
        return created;
    }

    Instant updated() {
        return updated;
    }
}
