package org.cumulet.database.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cumulet.database.engine.Account;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Names;
import org.cumulet.database.engine.Profile;
import org.jspecify.annotations.Nullable;

/// A database as it shall be. What is left out is as it was, or as usual.
///
/// @param name needed in a list only; in a path of its own it must be the same
/// @param server the name of a registered server; else the one with the fewest databases that can take it
/// @param characterSet `utf8mb4` on MariaDB and MySQL, `UTF8` on PostgreSQL unless told otherwise
/// @param collation `utf8mb4_unicode_ci` and `C.UTF-8` unless told otherwise
/// @param users all who may use it; on a new database, when left out, an owner of its own name from anywhere
public record NewDatabase(
        @Nullable @Size(max = 255) String name,
        @Nullable EngineKind engine,
        @Nullable @Size(max = 255) String server,
        @Nullable @Size(max = 255) String characterSet,
        @Nullable @Size(max = 255) String collation,
        @Nullable @Min(1) @Max(1L << 32) Long sizeLimitMb,
        @Nullable @Size(max = 100) List<@NotNull @Valid User> users) {

    /// Who may use it.
    ///
    /// @param hosts from where: `localhost`, `%`, an IPv4 address or subnet; `%` when left out
    /// @param profile `owner` when left out
    public record User(
            @NotNull @Size(max = 255) String name,
            @Nullable @Size(min = 1, max = 20) List<@NotNull @Size(max = 255) String> hosts,
            @Nullable Profile profile) {

        List<String> from() {
            return hosts == null
                    ? List.of(Account.ANYWHERE)
                    : hosts.stream().distinct().toList();
        }

        Profile profileOrOwner() {
            return profile == null ? Profile.OWNER : profile;
        }
    }

    /// What is wrong with it, as far as that can be told without a server.
    Optional<String> trouble(String ownName) {
        return Stream.of(
                        Names.troubleWithDatabase(ownName),
                        Optional.ofNullable(characterSet).flatMap(Names::troubleWithLocale),
                        Optional.ofNullable(collation).flatMap(Names::troubleWithLocale),
                        usersOr(ownName).stream()
                                .flatMap(user -> Names.troubleWithUser(user.name()).stream())
                                .findFirst(),
                        Optional.of("A user is named twice.")
                                .filter(_ -> usersOr(ownName).stream()
                                                .map(User::name)
                                                .distinct()
                                                .count()
                                        < usersOr(ownName).size()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// What is wrong with it on a server of this kind.
    Optional<String> trouble(String ownName, EngineKind kind) {
        return usersOr(ownName).stream()
                .flatMap(user -> user.from().stream())
                .flatMap(host -> Names.troubleWithHost(kind, host).stream())
                .findFirst();
    }

    /// On this server and no other.
    NewDatabase on(String serverName) {
        return new NewDatabase(name, null, serverName, characterSet, collation, sizeLimitMb, users);
    }

    List<User> usersOr(String ownName) {
        return users == null ? List.of(new User(ownName, null, null)) : users;
    }

    String characterSetOn(EngineKind kind) {
        return characterSet != null
                ? characterSet
                : switch (kind) {
                    case MARIADB, MYSQL -> "utf8mb4";
                    case POSTGRESQL -> "UTF8";
                };
    }

    String collationOn(EngineKind kind) {
        return collation != null
                ? collation
                : switch (kind) {
                    case MARIADB, MYSQL -> "utf8mb4_unicode_ci";
                    case POSTGRESQL -> "C.UTF-8";
                };
    }

    record Request(@NotNull @Valid NewDatabase database) {}
}
