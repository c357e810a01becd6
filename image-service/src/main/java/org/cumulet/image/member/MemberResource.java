package org.cumulet.image.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/// `/v2/images/{id}/members`: the projects an image is shared with.
@Path("/image/v2/images/{id}/members")
@RunOnVirtualThread
class MemberResource {

    private final MemberService members;

    MemberResource(MemberService members) {
        this.members = members;
    }

    @POST
    @ResponseStatus(200)
    public MemberView add(@PathParam("id") String id, @NotNull @Valid NewMember wish) {
        return MemberView.of(members.add(id, wish));
    }

    @GET
    public MemberView.Many list(@PathParam("id") String id) {
        return MemberView.Many.of(members.list(id));
    }

    @GET
    @Path("{member}")
    public MemberView show(@PathParam("id") String id, @PathParam("member") String member) {
        return MemberView.of(members.show(id, member));
    }

    @PUT
    @Path("{member}")
    public MemberView answer(
            @PathParam("id") String id, @PathParam("member") String member, @NotNull @Valid MemberAnswer answer) {
        return MemberView.of(members.answer(id, member, answer));
    }

    @DELETE
    @Path("{member}")
    @ResponseStatus(204)
    public void remove(@PathParam("id") String id, @PathParam("member") String member) {
        members.remove(id, member);
    }
}
