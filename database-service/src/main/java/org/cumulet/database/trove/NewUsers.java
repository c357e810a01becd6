package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.database.database.UserService;
import org.cumulet.database.trove.DatabaseNames.DatabaseName;
import org.jspecify.annotations.Nullable;

/// Users to make in an instance.
record NewUsers(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid UserWish> users) {

    /// @param host anywhere when left out
    record UserWish(
            @NotNull @Size(max = 255) String name,
            @NotNull @Size(max = 255) String password,
            @Nullable @Size(max = 255) String host,
            @Nullable @Size(max = 100) List<@NotNull @Valid DatabaseName> databases) {

        UserService.NewUser asWished() {
            return new UserService.NewUser(
                    name, host, password, databases == null ? List.of() : DatabaseNames.of(databases));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
