package org.cumulet.image.data;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// `/v2/images/{id}/file`: the bytes.
@Path("/image/v2/images/{id}/file")
@RunOnVirtualThread
class ImageDataResource {

    private final UploadService uploads;
    private final DownloadService downloads;

    ImageDataResource(UploadService uploads, DownloadService downloads) {
        this.uploads = uploads;
        this.downloads = downloads;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @ResponseStatus(204)
    public void upload(@PathParam("id") String id, @Context HttpServerRequest request, InputStream bytes) {
        uploads.upload(id, new Sender(bytes, request));
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public RestResponse<PathPart> download(@PathParam("id") String id, @HeaderParam("Range") @Nullable String range) {
        return downloads
                .content(id)
                .map(content -> Answers.with(content, range))
                .orElseGet(RestResponse::noContent);
    }
}
