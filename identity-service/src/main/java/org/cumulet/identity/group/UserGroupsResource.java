package org.cumulet.identity.group;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cumulet.identity.wire.Links;

/// `/v3/users/{user}/groups`
@Path("/identity/v3/users/{user}/groups")
@RunOnVirtualThread
class UserGroupsResource {

    private final GroupService groups;
    private final Links links;

    UserGroupsResource(GroupService groups, Links links) {
        this.groups = groups;
        this.links = links;
    }

    @GET
    public GroupView.ManyOfUser list(String user, @BeanParam GroupQuery query) {
        return GroupView.ManyOfUser.of(groups.listOfUser(user, query), links);
    }
}
