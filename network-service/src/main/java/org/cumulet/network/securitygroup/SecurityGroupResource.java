package org.cumulet.network.securitygroup;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.cumulet.auth.CurrentCaller;
import org.cumulet.network.record.Revision;
import org.cumulet.network.securityrule.SecurityRuleService;
import org.cumulet.network.wire.Answers;
import org.cumulet.network.wire.Body;
import org.cumulet.network.wire.ListQuery;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// `/v2.0/security-groups`
@Path("/network/v2.0/security-groups")
@RunOnVirtualThread
public class SecurityGroupResource {

    private final SecurityGroupService groups;
    private final SecurityRuleService rules;
    private final CurrentCaller caller;
    private final Answers answers;

    SecurityGroupResource(
            SecurityGroupService groups, SecurityRuleService rules, CurrentCaller caller, Answers answers) {
        this.groups = groups;
        this.rules = rules;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    public Map<String, Object> list(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = ListQuery.of(uri.getQueryParameters());
        return answers.page("security_groups", groups.list(query).map(this::views), query, uri, headers);
    }

    @POST
    @ResponseStatus(201)
    public Map<String, Object> create(@Nullable JsonNode body) {
        var sent = Body.oneOrMany(body, "security_group", "security_groups");
        var wishes = sent.map(one -> NewSecurityGroup.from(one, caller.get()));
        return answers.same(sent, "security_group", "security_groups", views(groups.create(wishes)));
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> show(@PathParam("id") String id, @Context UriInfo uri) {
        return answers.one("security_group", view(groups.show(id)), uri);
    }

    @PUT
    @Path("/{id}")
    public Map<String, Object> change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable JsonNode body) {
        var change = SecurityGroupChange.from(Body.one(body, "security_group"));
        return answers.one("security_group", view(groups.change(id, change, Revision.expected(ifMatch))));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        groups.delete(id, Revision.expected(ifMatch));
    }

    private SecurityGroupView view(SecurityGroup group) {
        return views(List.of(group)).getFirst();
    }

    private List<SecurityGroupView> views(List<SecurityGroup> all) {
        var inside = rules.of(all.stream().map(SecurityGroup::id).toList());
        return all.stream()
                .map(group -> SecurityGroupView.of(group, inside.getOrDefault(group.id(), List.of())))
                .toList();
    }
}
