package org.cumulet.database.trove;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cumulet.database.database.UserService.UserChange;
import org.jspecify.annotations.Nullable;

/// Passwords of several users.
record UserChanges(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Password> users) {

    /// The last one where one is named twice.
    Map<String, String> byKey() {
        return users.stream().collect(Collectors.toMap(Password::key, Password::password, (_, last) -> last));
    }

    /// @param host which of its hosts, where it has several
    record Password(
            @NotNull @Size(max = 255) String name,
            @NotNull @Size(max = 255) String password,
            @Nullable @Size(max = 255) String host) {

        String key() {
            return host == null ? name : name + "@" + host;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// What of one user shall be different.
    record One(
            @Nullable @Size(max = 255) String name,
            @Nullable @Size(max = 255) String host,
            @Nullable @Size(max = 255) String password) {

        UserChange asWished() {
            return new UserChange(name, host, password);
        }

        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    record Request(@NotNull @Valid One user) {}
}
