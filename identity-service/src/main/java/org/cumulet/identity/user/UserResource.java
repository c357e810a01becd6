package org.cumulet.identity.user;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.cumulet.auth.NoToken;
import org.cumulet.identity.wire.Links;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v3/users`
@Path("/identity/v3/users")
@RunOnVirtualThread
class UserResource {

    private final UserService users;
    private final Links links;

    UserResource(UserService users, Links links) {
        this.users = users;
        this.links = links;
    }

    @POST
    @ResponseStatus(201)
    public UserView.One create(@NotNull @Valid NewUser.Request request) {
        return one(users.create(request.user()));
    }

    @GET
    public UserView.Many list(@BeanParam UserQuery query) {
        return UserView.Many.of(users.list(query), links);
    }

    @GET
    @Path("/{id}")
    public UserView.One show(String id) {
        return one(users.show(id));
    }

    @PATCH
    @Path("/{id}")
    public UserView.One change(String id, @NotNull @Valid UserChange.Request request) {
        return one(users.change(id, request.user()));
    }

    @DELETE
    @Path("/{id}")
    public void delete(String id) {
        users.delete(id);
    }

    @POST
    @NoToken
    @Path("/{id}/password")
    public void changePassword(String id, @NotNull @Valid NewPassword.Request request) {
        users.changePassword(id, request.user());
    }

    private UserView.One one(User user) {
        return new UserView.One(UserView.of(user, links));
    }
}
