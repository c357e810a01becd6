package org.cumulet.batch;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.api.url.PublicUrl;

/// Addresses as the caller can reach them.
@Singleton
public class BatchLinks {

    private final PublicUrl url;
    private final UriInfo uri;
    private final HttpHeaders headers;

    BatchLinks(PublicUrl url, UriInfo uri, HttpHeaders headers) {
        this.url = url;
        this.uri = uri;
        this.headers = headers;
    }

    /// The address of something of this service: `to("v1", "batchs", name)`.
    public String to(String... path) {
        return url.of(uri, headers) + "/batch/" + String.join("/", path);
    }

    /// Where one logs in.
    String identity() {
        return url.of(uri, headers) + "/identity";
    }
}
