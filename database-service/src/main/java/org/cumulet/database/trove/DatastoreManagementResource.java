package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/// `/v1.0/{project_id}/mgmt/datastore…`: versions and their parameters, which come and go with registered servers.
@Path("/database/v1.0/{project_id}/mgmt")
@RunOnVirtualThread
class DatastoreManagementResource {

    private final DatastoreService datastores;
    private final ServerMatters matters;

    DatastoreManagementResource(DatastoreService datastores, ServerMatters matters) {
        this.datastores = datastores;
        this.matters = matters;
    }

    @GET
    @Path("datastore-versions")
    public DatastoreView.ManyManaged versions() {
        return new DatastoreView.ManyManaged(datastores.managed());
    }

    @GET
    @Path("datastore-versions/{version}")
    public DatastoreView.OneManaged version(String version) {
        return new DatastoreView.OneManaged(datastores.managed(version));
    }

    @POST
    @Path("datastore-versions")
    public void addVersion() {
        throw matters.versions();
    }

    @PATCH
    @Path("datastore-versions/{version}")
    public void changeVersion(String version) {
        datastores.managed(version);
        throw matters.versions();
    }

    @DELETE
    @Path("datastore-versions/{version}")
    public void deleteVersion(String version) {
        datastores.managed(version);
        throw matters.versions();
    }

    @POST
    @Path("datastores/versions/{version}/parameters")
    public void addParameter(String version) {
        datastores.managed(version);
        throw matters.parameters();
    }

    @PUT
    @Path("datastores/versions/{version}/parameters/{parameter}")
    public void changeParameter(String version, String parameter) {
        datastores.managed(version);
        throw matters.parameters();
    }

    @DELETE
    @Path("datastores/versions/{version}/parameters/{parameter}")
    public void deleteParameter(String version, String parameter) {
        datastores.managed(version);
        throw matters.parameters();
    }
}
