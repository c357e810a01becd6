package org.cumulet.identity.wire;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.cumulet.api.url.PublicUrl;

/// Addresses of what identity answers about, as the caller can reach them.
@Singleton
public class Links {

    private static final String ROOT = "/identity";

    private final PublicUrl url;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Links(PublicUrl url, UriInfo uri, HttpHeaders headers) {
        this.url = url;
        this.uri = uri;
        this.headers = headers;
    }

    /// Identity's own address, without a slash at its end.
    public String root() {
        return url.of(uri, headers) + ROOT;
    }

    /// The address of one thing: `to("users", id)`.
    public String to(String... path) {
        return root() + "/v3/" + String.join("/", path);
    }

    /// The address that was asked, with its query.
    public String here() {
        var asked = uri.getRequestUri();
        return url.of(uri, headers)
                + asked.getRawPath()
                + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }
}
