package org.cumulet.compute.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URLEncoder;
import java.util.List;
import org.cumulet.api.url.PublicUrl;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// Links of the request being answered: under the public address, with the project in them when it was asked with one.
@Singleton
public class Links {

    private final PublicUrl publicUrl;

    Links(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /// Both links of one thing: `servers`, `<id>`.
    public List<Link> of(String collection, Object id) {
        return List.of(new Link("self", self(collection + "/" + id)), bookmark(collection, id));
    }

    /// The link without a version.
    public Link bookmark(String collection, Object id) {
        return new Link("bookmark", root() + project() + "/" + collection + "/" + id);
    }

    /// The address of a path below the version.
    public String self(String path) {
        return root() + "/" + ProjectPath.version() + project() + "/" + path;
    }

    /// Where the list goes on: the same query, after this item.
    public List<Link> next(String path, String marker) {
        var asked = CurrentRequestManager.get().getUriInfo().getQueryParameters();
        return List.of(new Link("next", withMarker(UriBuilder.fromUri(self(path)), asked, marker)));
    }

    /// `{base}/compute`.
    public String root() {
        var request = CurrentRequestManager.get();
        return publicUrl.of(request.getUriInfo(), request.getHttpHeaders()) + "/compute";
    }

    private static String withMarker(UriBuilder address, MultivaluedMap<String, String> asked, String marker) {
        asked.forEach((name, values) -> {
            if (!name.equals("marker")) {
                values.forEach(value -> address.queryParam(name, encoded(value)));
            }
        });
        return address.queryParam("marker", encoded(marker)).build().toString();
    }

    /// As it may stand in an address.
    public static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private static String project() {
        return ProjectPath.project().map(project -> "/" + project).orElse("");
    }
}
