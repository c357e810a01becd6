package org.cumulet.network.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.cumulet.network.wire.Body;
import org.jspecify.annotations.Nullable;

/// `/v2.0/quotas`
@Path("/network/v2.0/quotas")
@RunOnVirtualThread
public class QuotaResource {

    private static final String PROJECT = "{project: [A-Za-z0-9_-]{1,64}}";

    private final QuotaService quotas;

    QuotaResource(QuotaService quotas) {
        this.quotas = quotas;
    }

    @GET
    public Map<String, Object> list() {
        var views = new ArrayList<QuotaView>();
        quotas.projectsWithTheirOwn().forEach((project, limits) -> views.add(QuotaView.of(limits, project)));
        return Map.of("quotas", views);
    }

    @GET
    @Path("/" + PROJECT)
    public Map<String, Object> show(@PathParam("project") String project) {
        return Map.of("quota", QuotaView.of(quotas.show(project), null));
    }

    @GET
    @Path("/" + PROJECT + "/default")
    public Map<String, Object> defaults(@PathParam("project") String project) {
        return Map.of("quota", QuotaView.of(quotas.defaults(project), null));
    }

    @GET
    @Path("/" + PROJECT + "/{details: details(\\.json)?}")
    public Map<String, Object> details(@PathParam("project") String project) {
        var details = new LinkedHashMap<String, QuotaView.Detail>();
        quotas.details(project)
                .forEach((quota, use) -> details.put(quota.api(), new QuotaView.Detail(use.limit(), use.used(), 0)));
        return Map.of("quota", details);
    }

    @PUT
    @Path("/" + PROJECT)
    public Map<String, Object> change(@PathParam("project") String project, @Nullable JsonNode body) {
        return Map.of("quota", QuotaView.of(quotas.change(project, amounts(Body.one(body, "quota"))), null));
    }

    @DELETE
    @Path("/" + PROJECT)
    public void reset(@PathParam("project") String project) {
        quotas.reset(project);
    }

    private static Map<Quota, Integer> amounts(Body body) {
        var amounts = new EnumMap<Quota, Integer>(Quota.class);
        for (var quota : Quota.values()) {
            body.integer(quota.api(), Limit.NONE, Integer.MAX_VALUE).ifPresent(amount -> amounts.put(quota, amount));
        }
        body.nothingElse(Set.of("project_id", "tenant_id"), "PUT");
        return amounts;
    }
}
