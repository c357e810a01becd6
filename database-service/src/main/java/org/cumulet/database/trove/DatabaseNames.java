package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Databases by their names, asked and answered.
record DatabaseNames(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid DatabaseName> databases) {

    record DatabaseName(@NotNull @Size(max = 255) String name) {}

    static List<String> of(List<DatabaseName> items) {
        return items.stream().map(DatabaseName::name).toList();
    }

    static List<DatabaseName> items(List<String> names) {
        return names.stream().map(DatabaseName::new).toList();
    }

    List<String> names() {
        return of(databases);
    }
}
