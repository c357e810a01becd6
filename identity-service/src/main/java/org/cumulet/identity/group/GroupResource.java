package org.cumulet.identity.group;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.identity.user.UserQuery;
import org.cumulet.identity.user.UserView;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/groups`
@Path("/identity/v3/groups")
@RunOnVirtualThread
class GroupResource {

    private final GroupService groups;
    private final Links links;

    GroupResource(GroupService groups, Links links) {
        this.groups = groups;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public GroupView.One create(@NotNull @Valid NewGroup.Request request) {
        return one(groups.create(request.group()));
    }

    @GET
    public GroupView.Many list(@BeanParam GroupQuery query) {
        return GroupView.Many.of(groups.list(query), links);
    }

    @GET
    @Path("/{id}")
    public GroupView.One show(String id) {
        return one(groups.show(id));
    }

    @PATCH
    @Path("/{id}")
    public GroupView.One change(String id, @NotNull @Valid GroupChange.Request request) {
        return one(groups.change(id, request.group()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        groups.delete(id);
    }

    @GET
    @Path("/{id}/users")
    public UserView.Many users(String id, @BeanParam UserQuery query) {
        return UserView.Many.of(groups.users(id, query), links);
    }

    @GET
    @Path("/{id}/users/{user}")
    public void check(String id, String user) {
        groups.mustContain(id, user);
    }

    @PUT
    @Path("/{id}/users/{user}")
    public void add(String id, String user) {
        groups.add(id, user);
    }

    @DELETE
    @Path("/{id}/users/{user}")
    public void remove(String id, String user) {
        groups.remove(id, user);
    }

    private GroupView.One one(Group group) {
        return new GroupView.One(GroupView.of(group, links));
    }
}
