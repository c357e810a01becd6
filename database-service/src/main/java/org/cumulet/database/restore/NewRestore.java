package org.cumulet.database.restore;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.database.database.NewDatabase;
import org.jspecify.annotations.Nullable;

/// Where a backup shall be restored to.
///
/// @param name of the database; a new one
/// @param server the name of a registered server of the same kind; else the one with the fewest databases
/// @param users who may use it; an owner of its own name when left out
/// @param confirm the name once more, if there is such a database and it shall be replaced; a last dump of it is kept
record NewRestore(
        @NotNull @Size(min = 1, max = 255) String name,
        @Nullable @Size(max = 255) String server,
        @Nullable @Size(max = 100) List<NewDatabase.@NotNull @Valid User> users,
        @Nullable @Size(max = 255) String confirm) {

    record Request(@NotNull @Valid NewRestore restore) {}
}
