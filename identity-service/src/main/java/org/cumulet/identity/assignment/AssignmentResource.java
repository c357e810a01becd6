package org.cumulet.identity.assignment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;

/// `/v3/role_assignments`
@Path("/identity/v3/role_assignments")
@RunOnVirtualThread
class AssignmentResource {

    private final AssignmentService assignments;
    private final NamesService names;
    private final Links links;

    AssignmentResource(AssignmentService assignments, NamesService names, Links links) {
        this.assignments = assignments;
        this.names = names;
        this.links = links;
    }

    @GET
    public AssignmentView.Many list(@BeanParam AssignmentQuery query) {
        var page = assignments.list(query);
        return AssignmentView.Many.of(page, names.of(page.items(), query), links);
    }
}
