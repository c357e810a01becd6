package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// `/v1.0/{project_id}/datastores`: the kinds of servers there are.
@Path("/database/v1.0/{project_id}/datastores")
@RunOnVirtualThread
class DatastoreResource {

    private final DatastoreService datastores;
    private final ParameterFace parameters;
    private final TroveService trove;

    DatastoreResource(DatastoreService datastores, ParameterFace parameters, TroveService trove) {
        this.datastores = datastores;
        this.parameters = parameters;
        this.trove = trove;
    }

    @GET
    public DatastoreView.Many list() {
        return new DatastoreView.Many(datastores.list());
    }

    @GET
    @Path("{datastore}")
    public DatastoreView.One show(String datastore) {
        return new DatastoreView.One(datastores.show(datastore));
    }

    @GET
    @Path("{datastore}/versions")
    public DatastoreView.ManyVersions versions(String datastore) {
        return new DatastoreView.ManyVersions(datastores.versions(datastore));
    }

    @GET
    @Path("{datastore}/versions/{version}")
    public DatastoreView.OneVersion version(String datastore, String version) {
        return new DatastoreView.OneVersion(datastores.version(datastore, version));
    }

    @GET
    @Path("{datastore}/versions/{version}/flavors")
    public FlavorView.Many flavors(String datastore, String version) {
        datastores.version(datastore, version);
        return new FlavorView.Many(List.of(trove.flavor()));
    }

    @GET
    @Path("{datastore}/versions/{version}/parameters")
    public ParameterView.Many parameters(String datastore, String version) {
        return new ParameterView.Many(parameters.parameters(datastore, version));
    }

    @GET
    @Path("{datastore}/versions/{version}/parameters/{parameter}")
    public ParameterView parameter(String datastore, String version, String parameter) {
        return ParameterFace.named(parameter, parameters.parameters(datastore, version));
    }

    @GET
    @Path("versions/{version}/parameters")
    public ParameterView.Many parametersOf(String version) {
        return new ParameterView.Many(parameters.parameters(version));
    }

    @GET
    @Path("versions/{version}/parameters/{parameter}")
    public ParameterView parameterOf(String version, String parameter) {
        return ParameterFace.named(parameter, parameters.parameters(version));
    }

    @GET
    @Path("versions/{version}")
    public DatastoreView.OneVersion version(String version) {
        return new DatastoreView.OneVersion(datastores.version(version));
    }
}
