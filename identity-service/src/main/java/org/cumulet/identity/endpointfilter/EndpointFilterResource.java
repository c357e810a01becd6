package org.cumulet.identity.endpointfilter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.endpoint.EndpointView;
import org.cumulet.identity.endpointgroup.EndpointGroupView;
import org.cumulet.identity.project.ProjectView;
import org.cumulet.identity.wire.Links;

/// `/v3/OS-EP-FILTER/projects` and `/v3/OS-EP-FILTER/endpoints`: the endpoints of a project.
@Path("/identity/v3/OS-EP-FILTER")
@RunOnVirtualThread
class EndpointFilterResource {

    private final EndpointFilterService filters;
    private final Links links;

    EndpointFilterResource(EndpointFilterService filters, Links links) {
        this.filters = filters;
        this.links = links;
    }

    @GET
    @Path("/projects/{project}/endpoints")
    public EndpointView.Many endpoints(String project) {
        return EndpointView.Many.of(filters.endpointsOf(project), links);
    }

    @GET
    @Path("/projects/{project}/endpoints/{endpoint}")
    public void check(String project, String endpoint) {
        filters.mustExist(project, endpoint);
    }

    @PUT
    @Path("/projects/{project}/endpoints/{endpoint}")
    public void add(String project, String endpoint) {
        filters.add(project, endpoint);
    }

    @DELETE
    @Path("/projects/{project}/endpoints/{endpoint}")
    public void remove(String project, String endpoint) {
        filters.remove(project, endpoint);
    }

    @GET
    @Path("/projects/{project}/endpoint_groups")
    public EndpointGroupView.Many groups(String project) {
        return EndpointGroupView.Many.of(filters.groupsOf(project), links);
    }

    @GET
    @Path("/endpoints/{endpoint}/projects")
    public ProjectView.Many projects(String endpoint) {
        return ProjectView.Many.of(filters.projectsOf(endpoint), links);
    }
}
