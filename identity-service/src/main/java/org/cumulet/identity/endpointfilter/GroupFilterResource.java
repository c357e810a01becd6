package org.cumulet.identity.endpointfilter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.project.ProjectView;
import org.cumulet.identity.wire.Links;

/// `/v3/OS-EP-FILTER/endpoint_groups/{group}/projects`: the projects that have a group.
@Path("/identity/v3/OS-EP-FILTER/endpoint_groups/{group}/projects")
@RunOnVirtualThread
class GroupFilterResource {

    private final EndpointFilterService filters;
    private final Links links;

    GroupFilterResource(EndpointFilterService filters, Links links) {
        this.filters = filters;
        this.links = links;
    }

    record Association(String endpointGroupId, String projectId) {

        record One(Association projectEndpointGroup) {}
    }

    @GET
    public ProjectView.Many projects(String group) {
        return ProjectView.Many.of(filters.projectsOfGroup(group), links);
    }

    @GET
    @Path("/{project}")
    public Association.One show(String group, String project) {
        filters.mustExistGroup(group, project);
        return new Association.One(new Association(group, project));
    }

    @PUT
    @Path("/{project}")
    public void add(String group, String project) {
        filters.addGroup(group, project);
    }

    @DELETE
    @Path("/{project}")
    public void remove(String group, String project) {
        filters.removeGroup(group, project);
    }
}
