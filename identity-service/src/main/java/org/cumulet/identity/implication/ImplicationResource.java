package org.cumulet.identity.implication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/roles/{prior}/implies`
@Path("/identity/v3/roles/{prior}/implies")
@RunOnVirtualThread
class ImplicationResource {

    private final ImplicationService implications;
    private final Links links;

    ImplicationResource(ImplicationService implications, Links links) {
        this.implications = implications;
        this.links = links;
    }

    @GET
    public ImplicationView.Many list(String prior) {
        return ImplicationView.Many.of(implications.of(prior), links);
    }

    @GET
    @Path("/{implied}")
    public ImplicationView.One show(String prior, String implied) {
        return ImplicationView.One.of(implications.show(prior, implied), links);
    }

    /// Without a body, and so with a status of its own.
    @HEAD
    @Path("/{implied}")
    public void check(String prior, String implied) {
        implications.show(prior, implied);
    }

    @PUT
    @Path("/{implied}")
    @ResponseStatus(201)
    public ImplicationView.One create(String prior, String implied) {
        return ImplicationView.One.of(implications.create(prior, implied), links);
    }

    @DELETE
    @Path("/{implied}")
    public void delete(String prior, String implied) {
        implications.delete(prior, implied);
    }
}
