package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cumulet.database.trove.NewDatabases.DatabaseWish;
import org.cumulet.database.trove.NewUsers.UserWish;
import org.jspecify.annotations.Nullable;

/// An instance to make: a share of a registered server.
///
/// @param flavorRef id or address of a flavor; there is one, `shared`
/// @param volume counts against the quota of volumes, and limits nothing else
/// @param datastore what kind of server; any when left out
/// @param regionName heard and without meaning: this is the only region
record NewInstance(
        @NotNull @Size(min = 1, max = 255) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @JsonProperty("flavorRef") @Nullable Object flavorRef,
        @Nullable @Valid Volume volume,
        @Nullable @Valid Datastore datastore,
        @Nullable @Size(max = 100) List<@NotNull @Valid DatabaseWish> databases,
        @Nullable @Size(max = 100) List<@NotNull @Valid UserWish> users,
        @Nullable @Valid Access access,
        @Nullable String regionName) {

    /// @param size in GB
    /// @param type heard and without meaning: the server's disk is as its operators made it
    record Volume(@Nullable Integer size, @Nullable String type) {}

    /// @param type name or id of a datastore
    /// @param version name, number or id of one of its versions
    record Datastore(
            @Nullable @Size(max = 255) String type,
            @Nullable @Size(max = 255) String version,
            @Nullable @Size(max = 255) String versionNumber) {}

    /// From where it can be reached: for operators of the server to decide, and for the hosts of its users.
    record Access(
            @JsonProperty("is_public") @Nullable Boolean isPublic,
            @Nullable List<String> allowedCidrs) {

        boolean asksForSomething() {
            return Boolean.TRUE.equals(isPublic) || allowedCidrs != null && !allowedCidrs.isEmpty();
        }
    }

    record Request(@NotNull @Valid NewInstance instance) {}
}
