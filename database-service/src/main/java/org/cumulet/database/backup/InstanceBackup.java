package org.cumulet.database.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.cumulet.database.engine.EngineKind;
import org.jspecify.annotations.Nullable;

/// A backup of an instance: the dumps of its databases that were ordered together. One that was ordered alone is a
/// backup of an instance too, with one dump.
public record InstanceBackup(List<Backup> dumps) {

    private Backup first() {
        return dumps.stream()
                .filter(dump -> dump.id().equals(dump.whole()))
                .findFirst()
                .orElseThrow();
    }

    public UUID id() {
        return first().id();
    }

    public String project() {
        return first().project();
    }

    /// Null where that is not known any more.
    public @Nullable UUID instance() {
        return first().instance();
    }

    public UUID server() {
        return first().server();
    }

    public EngineKind engine() {
        return first().engine();
    }

    /// What its owner calls it, or the name of its database.
    public String name() {
        var name = first().name();
        return name == null ? first().databaseName() : name;
    }

    public @Nullable String description() {
        return first().description();
    }

    /// As good as the worst of its dumps.
    public BackupState state() {
        return Stream.of(BackupState.FAILED, BackupState.BUILDING)
                .filter(state -> dumps.stream().anyMatch(dump -> dump.state() == state))
                .findFirst()
                .orElse(BackupState.COMPLETE);
    }

    /// As it is kept.
    public long bytes() {
        return dumps.stream()
                .map(Backup::bytes)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    public Instant created() {
        return first().created();
    }

    public Instant updated() {
        return dumps.stream()
                .map(Backup::finished)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(created());
    }
}
