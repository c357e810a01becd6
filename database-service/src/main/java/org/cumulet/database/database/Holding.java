package org.cumulet.database.database;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an instance holds.
///
/// @param bytes of all its databases, when last measured
/// @param trouble of the first of them that could not be made as declared
public record Holding(long bytes, @Nullable String trouble) {

    static Holding of(List<Database> databases) {
        return new Holding(
                databases.stream()
                        .map(Database::bytes)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum(),
                databases.stream()
                        .filter(database -> database.trouble() != null)
                        .findFirst()
                        .map(database -> "Database '%s': %s".formatted(database.name(), database.trouble()))
                        .orElse(null));
    }
}
