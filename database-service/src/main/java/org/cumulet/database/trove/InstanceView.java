package org.cumulet.database.trove;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.cumulet.api.json.Times;
import org.cumulet.database.database.Holding;
import org.cumulet.database.instance.Instance;
import org.cumulet.database.server.DatabaseServer;
import org.cumulet.database.server.ServerState;
import org.jspecify.annotations.Nullable;

/// An instance as Trove shows it. What it has nothing of is left out.
///
/// @param status `BUILD` while one of its databases is restored from a backup
/// @param operatingStatus whether its server answers: `HEALTHY` or `SHUTDOWN`
/// @param hostname where it is reached, if that is a name; else it is in `ip` and `addresses`
/// @param volume where somebody asked for a size
/// @param fault why one of its databases is not as it was asked for
@JsonInclude(JsonInclude.Include.NON_NULL)
record InstanceView(
        UUID id,
        String name,
        String status,
        String operatingStatus,
        Datastore datastore,
        Flavor flavor,
        @Nullable Volume volume,
        String region,
        String tenantId,
        Access access,
        @Nullable String hostname,
        @Nullable List<String> ip,
        @Nullable List<Address> addresses,
        List<Link> links,
        String created,
        String updated,
        @Nullable Fault fault) {

    private static final String REGION = "RegionOne";

    record Datastore(String type, String version, String versionNumber) {}

    record Flavor(String id, List<Link> links) {}

    /// Both in GB.
    record Volume(int size, double used) {}

    record Access(@JsonProperty("is_public") boolean isPublic) {}

    record Address(String address, String type) {}

    record Fault(String message, String created, @Nullable String details) {}

    record One(InstanceView instance) {}

    record Many(List<InstanceView> instances, List<Link> links) {}

    static InstanceView of(
            Instance instance, DatabaseServer server, Holding holding, List<Link> links, List<Link> flavorLinks) {
        var version = DatastoreVersion.of(server);
        var addresses = isAddress(server.host()) ? List.of(server.host()) : null;
        return new InstanceView(
                instance.id(),
                instance.name(),
                status(instance, holding),
                server.state() == ServerState.ONLINE ? "HEALTHY" : "SHUTDOWN",
                new Datastore(server.engine().word(), version.name(), version.number()),
                new Flavor(FlavorView.SHARED, flavorLinks),
                volume(instance, holding),
                REGION,
                instance.project(),
                new Access(false),
                addresses == null ? server.host() : null,
                addresses,
                addresses == null ? null : List.of(new Address(server.host(), "private")),
                links,
                Times.SECONDS.of(instance.created()),
                Times.SECONDS.of(instance.updated()),
                holding.trouble() == null
                        ? null
                        : new Fault(holding.trouble(), Times.SECONDS.of(instance.updated()), null));
    }

    private static String status(Instance instance, Holding holding) {
        return switch (instance.state()) {
            case ACTIVE -> holding.filling() ? "BUILD" : "ACTIVE";
            case ERROR -> "ERROR";
            case DELETING -> "SHUTDOWN";
        };
    }

    private static @Nullable Volume volume(Instance instance, Holding holding) {
        var size = instance.volumeGb();
        return size == null ? null : new Volume(size, Math.round(holding.bytes() / 1e7) / 100.0);
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9.]+");
    }
}
