package org.cumulet.database.trove;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.cumulet.api.fault.Fault;
import org.cumulet.database.engine.Names;
import org.cumulet.database.engine.Parameter;
import org.cumulet.database.instance.InstanceService;
import org.cumulet.database.server.ServerDoor;
import org.cumulet.database.server.ServerService;
import org.cumulet.database.server.ServerState;

/// What servers say of their settings, in Trove's words.
@Singleton
class ParameterFace {

    private final DatastoreService datastores;
    private final InstanceService instances;
    private final ServerService servers;
    private final ServerDoor door;

    ParameterFace(DatastoreService datastores, InstanceService instances, ServerService servers, ServerDoor door) {
        this.datastores = datastores;
        this.instances = instances;
        this.servers = servers;
        this.door = door;
    }

    /// As one of the servers of this version has them.
    List<ParameterView> parameters(DatastoreView.Version version) {
        var server = servers.all().stream()
                .filter(each -> DatastoreVersion.of(each).id().equals(version.id()))
                .min(Comparator.comparing(each -> each.state() == ServerState.OFFLINE))
                .orElseThrow();
        return on(server.id()).stream()
                .map(parameter -> ParameterView.of(parameter, version.id()))
                .toList();
    }

    List<ParameterView> parameters(String datastore, String version) {
        return parameters(datastores.version(datastore, version));
    }

    /// @param version its id
    List<ParameterView> parameters(String version) {
        return parameters(datastores.version(version));
    }

    static ParameterView named(String name, List<ParameterView> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Fault.NotFound("Parameter", Names.shown(name)));
    }

    /// How the server of an instance is set now.
    ParameterView.Values configuration(String instance) {
        var values = new TreeMap<String, Object>();
        on(instances.show(instance).server()).forEach(each -> values.put(each.name(), ParameterView.value(each)));
        return new ParameterView.Values(values);
    }

    private List<Parameter> on(UUID server) {
        return door.now(server, (engine, access) -> engine.parameters(access));
    }
}
