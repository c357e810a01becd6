package org.cumulet.database.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cumulet.database.database.Database;
import org.cumulet.database.engine.DatabaseShape;
import org.cumulet.database.engine.EngineKind;
import org.jspecify.annotations.Nullable;

/// A dump of a database. It outlives the database.
@Entity
@Table(name = "database_backup")
public class Backup {

    @Id
    private UUID id;

    private UUID whole;
    private @Nullable UUID instance;
    private String project;
    private UUID databaseId;
    private String databaseName;
    private String characterSet;

    @Column(name = "collation_name")
    private String collation;

    private UUID server;

    @Enumerated(EnumType.STRING)
    private EngineKind engine;

    private String name;
    private String description;

    @Enumerated(EnumType.STRING)
    private BackupKind kind;

    @Enumerated(EnumType.STRING)
    private BackupState state;

    private String trouble;
    private String sha512;
    private byte @Nullable [] dataKey;
    private Long bytes;
    private String contents;
    private Integer tables;

    @Column(name = "all_rows")
    private Long rows;

    @Enumerated(EnumType.STRING)
    private Verification verification;

    private String verificationTrouble;
    private Instant verified;
    private Instant created;
    private Instant finished;
    private Instant expires;

    protected Backup() {}

    /// @param first the first of those that are ordered together; null for that one
    /// @param instance what its database is in
    Backup(
            @Nullable Backup first,
            @Nullable UUID instance,
            Database of,
            EngineKind engine,
            BackupKind kind,
            NewBackup wish,
            Instant now) {
        id = UUID.randomUUID();
        whole = first == null ? id : first.whole;
        this.instance = instance;
        project = of.project();
        databaseId = of.id();
        databaseName = of.name();
        characterSet = of.characterSet();
        collation = of.collation();
        server = of.server();
        this.engine = engine;
        this.kind = kind;
        name = wish.name();
        description = wish.description();
        state = BackupState.BUILDING;
        verification = Verification.NONE;
        created = now;
    }

    void complete(Kept kept, Instant now) {
        state = BackupState.COMPLETE;
        sha512 = kept.sha512();
        dataKey = kept.sealedKey();
        bytes = kept.bytes();
        contents = kept.contentsText();
        tables = kept.contents().tables();
        rows = kept.contents().allRows();
        finished = now;
    }

    void fail(String why, Instant now) {
        state = BackupState.FAILED;
        trouble = why;
        finished = now;
    }

    void expire(@Nullable Instant when) {
        expires = when;
    }

    void verifying() {
        verification = Verification.RUNNING;
        verificationTrouble = null;
    }

    void verified(@Nullable String why, Instant now) {
        verification = why == null ? Verification.VERIFIED : Verification.FAILED;
        verificationTrouble = why;
        verified = now;
    }

    boolean isBuilding() {
        return state == BackupState.BUILDING;
    }

    public boolean isComplete() {
        return state == BackupState.COMPLETE;
    }

    /// As its database was.
    public DatabaseShape shape() {
        return new DatabaseShape(databaseName, characterSet, collation);
    }

    public UUID id() {
        return id;
    }

    /// The id of the first of those it was ordered together with, which is its own where it was ordered alone.
    UUID whole() {
        return whole;
    }

    @Nullable
    UUID instance() {
        return instance;
    }

    String project() {
        return project;
    }

    UUID databaseId() {
        return databaseId;
    }

    public String databaseName() {
        return databaseName;
    }

    /// The server it was made on.
    public UUID server() {
        return server;
    }

    public EngineKind engine() {
        return engine;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String description() {
        return description;
    }

    BackupKind kind() {
        return kind;
    }

    BackupState state() {
        return state;
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    @Nullable
    String sha512() {
        return sha512;
    }

    byte @Nullable [] dataKey() {
        return dataKey;
    }

    @Nullable
    Long bytes() {
        return bytes;
    }

    @Nullable
    String contents() {
        return contents;
    }

    @Nullable
    Integer tables() {
        return tables;
    }

    @Nullable
    Long rows() {
        return rows;
    }

    Verification verification() {
        return verification;
    }

    @Nullable
    String verificationTrouble() {
        return verificationTrouble;
    }

    @Nullable
    Instant verified() {
        return verified;
    }

    Instant created() {
        return created;
    }

    @Nullable
    Instant finished() {
        return finished;
    }

    @Nullable
    Instant expires() {
        return expires;
    }
}
