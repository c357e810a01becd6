package org.cumulet.identity.domain;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.identity.project.Project;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/domains`
@Path("/identity/v3/domains")
@RunOnVirtualThread
class DomainResource {

    private final DomainService domains;
    private final Links links;

    DomainResource(DomainService domains, Links links) {
        this.domains = domains;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public DomainView.One create(@NotNull @Valid DomainRequest.New request) {
        return one(domains.create(request.domain()));
    }

    @GET
    public DomainView.Many list(@BeanParam DomainQuery query) {
        return DomainView.Many.of(domains.list(query), links);
    }

    @GET
    @Path("/{id}")
    public DomainView.One show(String id) {
        return one(domains.show(id));
    }

    @PATCH
    @Path("/{id}")
    public DomainView.One change(String id, @NotNull @Valid DomainRequest.Change request) {
        return one(domains.change(id, request.domain()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        domains.delete(id);
    }

    private DomainView.One one(Project domain) {
        return new DomainView.One(DomainView.of(domain, links));
    }
}
