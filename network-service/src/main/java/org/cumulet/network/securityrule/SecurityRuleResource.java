package org.cumulet.network.securityrule;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.network.wire.Answers;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.ListQuery;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v2.0/security-group-rules`
@Path("/network/v2.0/security-group-rules")
@RunOnVirtualThread
public class SecurityRuleResource {

    private final SecurityRuleService rules;
    private final CurrentCaller caller;
    private final Answers answers;

    SecurityRuleResource(SecurityRuleService rules, CurrentCaller caller, Answers answers) {
        this.rules = rules;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    public Map<String, Object> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = ListQuery.of(uri.getQueryParameters());
        return answers.page(
                "security_group_rules", rules.list(query).map(SecurityRuleResource::views), query, uri, headers);
    }

    @POST
    @ResponseStatus(201)
    public Map<String, Object> create(@Nullable JsonNode body) {
        var sent = Body.oneOrMany(body, "security_group_rule", "security_group_rules");
        var wishes = sent.map(one -> NewSecurityRule.from(one, caller.get()));
        return answers.same(sent, "security_group_rule", "security_group_rules", views(rules.create(wishes)));
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> show(@PathParam("id") String id, @Context UriInfo uri) {
        return answers.one("security_group_rule", SecurityRuleView.of(rules.show(id)), uri);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id) {
        rules.delete(id);
    }

    private static List<SecurityRuleView> views(List<SecurityRule> all) {
        return all.stream().map(SecurityRuleView::of).toList();
    }
}
