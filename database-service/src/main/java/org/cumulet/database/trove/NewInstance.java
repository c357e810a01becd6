package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeMap;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.trove.NewDatabases.DatabaseWish;
import org.cumulet.database.trove.NewUsers.UserWish;
import org.jspecify.annotations.Nullable;

/// An instance to make: a share of a registered server.
///
/// @param flavorRef id or address of a flavor; there is one, `shared`
/// @param volume counts against the quota of volumes, and limits nothing else
/// @param datastore what kind of server; any when left out
/// @param regionName heard and without meaning: this is the only region
/// @param replicaCount heard and without meaning: there are no replicas
record NewInstance(
        @NotNull @Size(min = 1, max = 255) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @JsonProperty("flavorRef") @Nullable Object flavorRef,
        @Nullable @Valid Volume volume,
        @Nullable @Valid Datastore datastore,
        @Nullable @Size(max = 100) List<@NotNull @Valid DatabaseWish> databases,
        @Nullable @Size(max = 100) List<@NotNull @Valid UserWish> users,
        @Nullable @Valid Access access,
        @Nullable String regionName,
        @JsonProperty("restorePoint") @Nullable @Valid RestorePoint restorePoint,
        @Nullable Object nics,
        @Nullable Object availabilityZone,
        @Nullable Object configuration,
        @Nullable Object replicaOf,
        @Nullable Object slaveOf,
        @Nullable Object replicaCount,
        @Nullable Object modules,
        @Nullable Object locality) {

    /// @param backupRef the id of a backup whose databases it shall begin with
    record RestorePoint(
            @JsonProperty("backupRef") @NotNull @Size(max = 255)
            String backupRef) {}

    /// @throws Fault.Unprocessable when it asks for what only a server of its own can have
    void mustBeAShare() {
        Access.mustAskForNothing(access);
        var asked = new TreeMap<String, @Nullable Object>();
        asked.put("nics", nics);
        asked.put("availability_zone", availabilityZone);
        asked.put("configuration", configuration);
        asked.put("replica_of", replicaOf == null ? slaveOf : replicaOf);
        asked.put("modules", modules);
        asked.put("locality", locality);
        asked.values().removeIf(value -> value == null || value.equals(List.of()));
        if (!asked.isEmpty()) {
            throw new Fault.Unprocessable(
                    "An instance is a share of a registered server, which others use too: it can have no %s of its own."
                            .formatted(String.join(", ", asked.keySet())));
        }
    }

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

        private boolean asksForSomething() {
            return Boolean.TRUE.equals(isPublic) || allowedCidrs != null && !allowedCidrs.isEmpty();
        }

        static void mustAskForNothing(@Nullable Access access) {
            if (access != null && access.asksForSomething()) {
                throw new Fault.Unprocessable(
                        "An instance is a share of a server, which is reached as its operators decide:"
                                + " say with users from which hosts they come.");
            }
        }
    }

    record Request(@NotNull @Valid NewInstance instance) {}
}
