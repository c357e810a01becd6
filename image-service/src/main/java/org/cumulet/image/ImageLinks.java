package org.cumulet.image;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.api.url.PublicUrl;

/// Addresses as the caller can reach them.
@Singleton
public class ImageLinks {

    private final PublicUrl url;
    private final UriInfo uri;
    private final HttpHeaders headers;

    ImageLinks(PublicUrl url, UriInfo uri, HttpHeaders headers) {
        this.url = url;
        this.uri = uri;
        this.headers = headers;
    }

    /// The address of something of this service: `to("v2", "images", id)`.
    public String to(String... path) {
        return url.of(uri, headers) + "/image/" + String.join("/", path);
    }

    /// Where one logs in.
    String identity() {
        return url.of(uri, headers) + "/identity";
    }
}
