package org.cumulet.identity.accessrule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;

/// `/v3/users/{user}/access_rules`
@Path("/identity/v3/users/{user}/access_rules")
@RunOnVirtualThread
class AccessRuleResource {

    private final AccessRuleService rules;
    private final Links links;

    AccessRuleResource(AccessRuleService rules, Links links) {
        this.rules = rules;
        this.links = links;
    }

    @GET
    public AccessRuleView.Many list(String user, @BeanParam AccessRuleQuery query) {
        return AccessRuleView.Many.of(rules.list(user, query), links);
    }

    @GET
    @Path("/{id}")
    public AccessRuleView.One show(String user, String id) {
        return new AccessRuleView.One(AccessRuleView.of(rules.show(user, id), links));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String user, String id) {
        rules.delete(user, id);
    }
}
