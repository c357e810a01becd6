package org.cumulet.database.many;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.database.database.NewDatabase;

/// Many databases to declare, each with its name.
record NewDatabases(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid NewDatabase> databases) {}
