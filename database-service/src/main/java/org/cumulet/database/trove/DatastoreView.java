package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of server as Trove shows it.
///
/// @param defaultVersion the id of the newest of its versions
record DatastoreView(UUID id, String name, UUID defaultVersion, List<Brief> versions, List<Link> links) {

    record Brief(UUID id, String name, List<Link> links) {}

    /// @param datastore the id of its kind
    /// @param version its number
    record Version(UUID id, String name, UUID datastore, String version, List<Link> links) {}

    /// A version as operators see it.
    ///
    /// @param active true: a version is there as long as a registered server has it
    /// @param datastoreManager the name of its kind
    /// @param isDefault whether it is the newest of its kind
    /// @param image null: nothing is launched
    record Managed(
            UUID id,
            String name,
            String version,
            boolean active,
            @JsonProperty("default") boolean isDefault,
            UUID datastoreId,
            String datastoreName,
            String datastoreManager,
            @Nullable UUID image,
            List<String> packages) {

        static Managed of(DatastoreVersion version, UUID newest) {
            return new Managed(
                    version.id(),
                    version.name(),
                    version.number(),
                    true,
                    version.id().equals(newest),
                    version.datastore(),
                    version.engine().word(),
                    version.engine().word(),
                    null,
                    List.of());
        }
    }

    record OneManaged(Managed version) {}

    record ManyManaged(List<Managed> versions) {}

    record One(DatastoreView datastore) {}

    record Many(List<DatastoreView> datastores) {}

    record OneVersion(Version version) {}

    record ManyVersions(List<Version> versions) {}
}
