package org.cumulet.network.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cumulet.api.url.PublicUrl;

/// Views as they go out: wrapped in their name, cut to the attributes asked for, with links to the pages around.
@Singleton
public class Answers {

    private record Link(String rel, String href) {}

    private final ObjectMapper json;
    private final PublicUrl url;

    Answers(ObjectMapper json, PublicUrl url) {
        this.json = json;
        this.url = url;
    }

    /// `{"network": {…}}`
    public Map<String, Object> one(String name, Object view) {
        return Map.of(name, view);
    }

    /// The same, with some of the attributes only.
    public Map<String, Object> one(String name, Object view, UriInfo uri) {
        return Map.of(name, cut(view, ListQuery.fields(uri.getQueryParameters())));
    }

    /// `{"network": {…}}` or `{"networks": […]}`, as the things were sent.
    public Map<String, Object> same(Body.Many sent, String one, String many, List<?> views) {
        return sent.list() ? Map.of(many, views) : Map.of(one, views.getFirst());
    }

    /// `{"networks": […], "networks_links": […]}`
    ///
    /// @param views must have an attribute `id`
    public Map<String, Object> page(String name, Slice<?> views, ListQuery query, UriInfo uri, HttpHeaders headers) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                name,
                views.items().stream().map(view -> cut(view, query.fields())).toList());
        var links = links(views, query, uri, headers);
        if (!links.isEmpty()) {
            answer.put(name + "_links", links);
        }
        return answer;
    }

    private List<Link> links(Slice<?> views, ListQuery query, UriInfo uri, HttpHeaders headers) {
        var links = new ArrayList<Link>();
        var limited = query.limit() != null || views.more();
        if (!limited || views.items().isEmpty()) {
            return links;
        }
        var later = query.reverse() ? query.marker() != null : views.more();
        var earlier = query.reverse() ? views.more() : query.marker() != null;
        if (later) {
            links.add(new Link("next", href(uri, headers, views.items().getLast(), false)));
        }
        if (earlier) {
            links.add(new Link("previous", href(uri, headers, views.items().getFirst(), true)));
        }
        return links;
    }

    private String href(UriInfo uri, HttpHeaders headers, Object marker, boolean reverse) {
        var query = UriBuilder.fromUri(uri.getRequestUri())
                .replaceQueryParam("marker", json.valueToTree(marker).path("id").asText())
                .replaceQueryParam("page_reverse", reverse ? new Object[] {"True"} : new Object[0])
                .build();
        return url.of(uri, headers) + query.getRawPath() + "?" + query.getRawQuery();
    }

    private Object cut(Object view, Set<String> fields) {
        if (fields.isEmpty()) {
            return view;
        }
        JsonNode tree = json.valueToTree(view);
        return tree instanceof ObjectNode object ? object.retain(fields) : tree;
    }
}
