package org.cumulet.database.trove;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.cumulet.api.page.PageQuery;
import org.cumulet.database.database.UserService;
import org.cumulet.database.database.UserService.InstanceUser;
import org.cumulet.database.trove.NewUsers.UserWish;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `…/instances/{instance}/users`: who logs in to the databases of an instance. `{user}` is `name` or `name@host`.
@Path("/database/v1.0/{project_id}/instances/{instance}/users")
@RunOnVirtualThread
class InstanceUserResource {

    private final UserService users;
    private final TroveLinks links;

    InstanceUserResource(UserService users, TroveLinks links) {
        this.users = users;
        this.links = links;
    }

    @GET
    public ContentView.Users list(String instance, @BeanParam PageQuery query) {
        var part = Part.of(users.list(instance), InstanceUserResource::key, query);
        return new ContentView.Users(
                part.items().stream().map(ContentView.User::of).toList(),
                links.next(part.more(), "instances/" + instance + "/users", part.marker()));
    }

    private static String key(InstanceUser user) {
        return user.name() + "@" + user.host();
    }

    @POST
    @ResponseStatus(202)
    public void create(String instance, @NotNull @Valid NewUsers request) {
        users.create(instance, request.users().stream().map(UserWish::asWished).toList());
    }

    @PUT
    @ResponseStatus(202)
    public void changePasswords(String instance, @NotNull @Valid UserChanges request) {
        users.changePasswords(instance, request.byKey());
    }

    @GET
    @Path("{user}")
    public ContentView.OneUser show(String instance, String user) {
        return new ContentView.OneUser(ContentView.User.of(users.show(instance, user)));
    }

    @PUT
    @Path("{user}")
    @ResponseStatus(202)
    public void change(String instance, String user, @NotNull @Valid UserChanges.Request request) {
        users.change(instance, user, request.user().asWished());
    }

    @DELETE
    @Path("{user}")
    @ResponseStatus(202)
    public void delete(String instance, String user) {
        users.drop(instance, user);
    }

    @GET
    @Path("{user}/databases")
    public DatabaseNames databases(String instance, String user) {
        return new DatabaseNames(DatabaseNames.items(users.show(instance, user).databases()));
    }

    @PUT
    @Path("{user}/databases")
    @ResponseStatus(202)
    public void grant(String instance, String user, @NotNull @Valid DatabaseNames request) {
        users.grant(instance, user, request.names());
    }

    @DELETE
    @Path("{user}/databases/{name}")
    @ResponseStatus(202)
    public void revoke(String instance, String user, String name) {
        users.revoke(instance, user, name);
    }
}
