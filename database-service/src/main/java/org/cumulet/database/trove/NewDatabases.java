package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.database.database.NewDatabase;
import org.jspecify.annotations.Nullable;

/// Databases to make in an instance. Whoever shall use them is told with users.
record NewDatabases(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid DatabaseWish> databases) {

    /// @param collate the collation
    record DatabaseWish(
            @NotNull @Size(max = 255) String name,
            @Nullable @Size(max = 255) String characterSet,
            @Nullable @Size(max = 255) String collate) {

        NewDatabase asDeclared() {
            return new NewDatabase(name, null, null, characterSet, collate, null, List.of());
        }
    }
}
