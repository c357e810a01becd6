package org.cumulet.database.database;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an instance holds.
///
/// @param bytes of all its databases, when last measured
/// @param filling whether one of them is restored from a backup
/// @param trouble of the first of them that could not be made as declared
public record Holding(long bytes, boolean filling, @Nullable String trouble) {

    static Holding of(List<Database> databases) {
        return new Holding(
                databases.stream()
                        .map(Database::bytes)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum(),
                databases.stream().anyMatch(database -> database.isFilling() && database.trouble() == null),
                databases.stream()
                        .filter(database -> database.trouble() != null)
                        .findFirst()
                        .map(database -> "Database '%s': %s".formatted(database.name(), database.trouble()))
                        .orElse(null));
    }
}
