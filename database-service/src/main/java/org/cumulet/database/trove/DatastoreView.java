package org.cumulet.database.trove;

import java.util.List;
import java.util.UUID;

/// A kind of server as Trove shows it.
///
/// @param defaultVersion the id of the newest of its versions
record DatastoreView(UUID id, String name, UUID defaultVersion, List<Brief> versions, List<Link> links) {

    record Brief(UUID id, String name, List<Link> links) {}

    /// @param datastore the id of its kind
    /// @param version its number
    record Version(UUID id, String name, UUID datastore, String version, List<Link> links) {}

    record One(DatastoreView datastore) {}

    record Many(List<DatastoreView> datastores) {}

    record OneVersion(Version version) {}

    record ManyVersions(List<Version> versions) {}
}
