package org.cumulet.database.backup;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A backup to make.
///
/// @param database the name of the database
/// @param name what its owner calls it
public record NewBackup(
        @NotNull @Size(min = 1, max = 255) String database,
        @Nullable @Size(max = 255) String name,
        @Nullable @Size(max = 255) String description) {

    static NewBackup unnamed(String database) {
        return new NewBackup(database, null, null);
    }

    record Request(@NotNull @Valid NewBackup backup) {}
}
