package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.instance.InstanceService;
import org.jspecify.annotations.Nullable;

/// `/v1.0/{project_id}/mgmt`: what operators see of all projects, and how much these may have.
@Path("/database/v1.0/{project_id}/mgmt")
@RunOnVirtualThread
class ManagementResource {

    private final TroveService trove;
    private final InstanceService instances;
    private final QuotaFace quotas;
    private final ServerMatters matters;

    ManagementResource(TroveService trove, InstanceService instances, QuotaFace quotas, ServerMatters matters) {
        this.trove = trove;
        this.instances = instances;
        this.quotas = quotas;
        this.matters = matters;
    }

    @GET
    @Path("instances")
    public InstanceView.Many list(@QueryParam("project_id") @Nullable String project, @BeanParam PageQuery query) {
        return trove.listAny(project, query);
    }

    @GET
    @Path("instances/{instance}")
    public InstanceView.One show(String instance) {
        return new InstanceView.One(trove.showAny(instance));
    }

    @GET
    @Path("instances/{instance}/root")
    public RootHistory.One root(String instance) {
        return RootHistory.of(instances.showAny(instance));
    }

    @POST
    @Path("instances/{instance}/action")
    public void act(String instance) {
        throw matters.action(instance);
    }

    @GET
    @Path("quotas/{project}")
    public LimitView.Uses quotas(String project) {
        return new LimitView.Uses(quotas.uses(project));
    }

    @PUT
    @Path("quotas/{project}")
    public LimitView.Changed changeQuotas(String project, @NotNull @Valid LimitView.Change request) {
        return new LimitView.Changed(quotas.change(project, request.quotas()));
    }
}
