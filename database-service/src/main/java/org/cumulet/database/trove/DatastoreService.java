package org.cumulet.database.trove;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cumulet.api.fault.Fault;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.database.engine.EngineKind;
import org.cumulet.database.engine.Names;
import org.cumulet.database.instance.InstanceRule;
import org.cumulet.database.server.ServerService;

/// What kinds of servers there are: those that are registered. Whoever has a token may know.
@Singleton
class DatastoreService {

    private static final Comparator<DatastoreVersion> OLDEST_FIRST =
            Comparator.comparing(version -> Runtime.Version.parse(version.number()));

    private final ServerService servers;
    private final TroveLinks links;
    private final CurrentCaller caller;

    DatastoreService(ServerService servers, TroveLinks links, CurrentCaller caller) {
        this.servers = servers;
        this.links = links;
        this.caller = caller;
    }

    List<DatastoreView> list() {
        return versions().stream().collect(Collectors.groupingBy(DatastoreVersion::engine)).values().stream()
                .map(this::view)
                .sorted(Comparator.comparing(DatastoreView::name))
                .toList();
    }

    DatastoreView show(String datastore) {
        return view(versionsOf(datastore));
    }

    List<DatastoreView.Version> versions(String datastore) {
        return versionsOf(datastore).stream().map(this::view).toList();
    }

    DatastoreView.Version version(String datastore, String version) {
        return view(versionsOf(datastore).stream()
                .filter(known -> known.is(version))
                .findFirst()
                .orElseThrow(() -> unknownVersion(version)));
    }

    /// By its id alone.
    DatastoreView.Version version(String id) {
        return versions().stream()
                .filter(known -> known.id().toString().equals(id))
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> unknownVersion(id));
    }

    /// The kind of server that this datastore is.
    EngineKind engine(String datastore) {
        return versionsOf(datastore).getFirst().engine();
    }

    /// For operators.
    List<DatastoreView.Managed> managed() {
        caller.must(InstanceRule.MANAGE);
        return list().stream()
                .flatMap(datastore -> versionsOf(datastore.name()).stream()
                        .map(version -> DatastoreView.Managed.of(version, datastore.defaultVersion())))
                .toList();
    }

    DatastoreView.Managed managed(String id) {
        return managed().stream()
                .filter(version -> version.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> unknownVersion(id));
    }

    private List<DatastoreVersion> versions() {
        return servers.all().stream().map(DatastoreVersion::of).distinct().toList();
    }

    private List<DatastoreVersion> versionsOf(String datastore) {
        var found = versions().stream()
                .filter(version -> version.isOfDatastore(datastore))
                .toList();
        if (found.isEmpty()) {
            throw new Fault.NotFound("Datastore", Names.shown(datastore));
        }
        return found;
    }

    private static Fault unknownVersion(String version) {
        return new Fault.NotFound("Datastore version", Names.shown(version));
    }

    private DatastoreView view(List<DatastoreVersion> versions) {
        var newest = versions.stream().max(OLDEST_FIRST).orElseThrow();
        return new DatastoreView(
                newest.datastore(),
                newest.engine().word(),
                newest.id(),
                versions.stream()
                        .map(version -> new DatastoreView.Brief(version.id(), version.name(), linksOf(version.id())))
                        .toList(),
                links.self("datastores", newest.datastore().toString()));
    }

    private DatastoreView.Version view(DatastoreVersion version) {
        return new DatastoreView.Version(
                version.id(), version.name(), version.datastore(), version.number(), linksOf(version.id()));
    }

    private List<Link> linksOf(UUID version) {
        return links.self("datastores", "versions", version.toString());
    }
}
