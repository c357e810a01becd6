package org.cumulet.image.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.cumulet.api.page.PageQuery;
import org.cumulet.image.ImageLinks;
import org.cumulet.image.traits.ImagePatch;
import org.cumulet.image.traits.ImagePatchReader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v2/images`: the images a project may see.
@Path("/image/v2/images")
@RunOnVirtualThread
class ImageResource {

    private static final int USUAL_PAGE = 25;
    private static final int LONGEST_PAGE = 1000;

    private final ImageService images;
    private final ImageLinks links;

    ImageResource(ImageService images, ImageLinks links) {
        this.images = images;
        this.links = links;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<ImageView> create(@Nullable Map<String, Object> body) {
        var image = images.create(NewImage.of(body));
        return RestResponse.ResponseBuilder.<ImageView>create(RestResponse.Status.CREATED)
                .entity(ImageView.of(image))
                .header("Location", links.to("v2", "images", image.id().toString()))
                .build();
    }

    @GET
    public ImageView.Many list(@BeanParam PageQuery page, UriInfo uri) {
        var limit = page.isLimited() ? page.limit(LONGEST_PAGE) : USUAL_PAGE;
        var found = images.list(uri.getQueryParameters(), page.marker(), limit);
        return ImagePages.view(found, uri);
    }

    @GET
    @Path("{id}")
    public ImageView show(@PathParam("id") String id) {
        return ImageView.of(images.find(id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({ImagePatchReader.V2_1, ImagePatchReader.V2_0})
    public ImageView change(@PathParam("id") String id, ImagePatch patch) {
        return ImageView.of(images.change(id, patch));
    }

    @DELETE
    @Path("{id}")
    @ResponseStatus(204)
    public void delete(@PathParam("id") String id) {
        images.delete(id);
    }

    @PUT
    @Path("{id}/tags/{tag}")
    @ResponseStatus(204)
    public void tag(@PathParam("id") String id, @PathParam("tag") String tag) {
        images.tag(id, tag);
    }

    @DELETE
    @Path("{id}/tags/{tag}")
    @ResponseStatus(204)
    public void untag(@PathParam("id") String id, @PathParam("tag") String tag) {
        images.untag(id, tag);
    }

    @POST
    @Path("{id}/actions/deactivate")
    @ResponseStatus(204)
    public void deactivate(@PathParam("id") String id) {
        images.deactivate(id);
    }

    @POST
    @Path("{id}/actions/reactivate")
    @ResponseStatus(204)
    public void reactivate(@PathParam("id") String id) {
        images.reactivate(id);
    }
}
