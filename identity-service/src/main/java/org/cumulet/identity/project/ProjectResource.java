package org.cumulet.identity.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.identity.wire.Flags;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/projects`
@Path("/identity/v3/projects")
@RunOnVirtualThread
class ProjectResource {

    private final ProjectService projects;
    private final Links links;

    ProjectResource(ProjectService projects, Links links) {
        this.projects = projects;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public ProjectView.One create(@NotNull @Valid NewProject.Request request) {
        return one(projects.create(request.project()));
    }

    @GET
    public ProjectView.Many list(@BeanParam ProjectQuery query) {
        return ProjectView.Many.of(projects.list(query), links);
    }

    @GET
    @Path("/{id}")
    public ProjectView.WithFamily show(String id, @Context UriInfo uri) {
        var project = projects.show(id);
        return ProjectView.WithFamily.of(project, projects.family(project, FamilyQuery.of(new Flags(uri))), links);
    }

    @PATCH
    @Path("/{id}")
    public ProjectView.One change(String id, @NotNull @Valid ProjectChange.Request request) {
        return one(projects.change(id, request.project()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        projects.delete(id);
    }

    private ProjectView.One one(Project project) {
        return new ProjectView.One(ProjectView.of(project, links));
    }
}
