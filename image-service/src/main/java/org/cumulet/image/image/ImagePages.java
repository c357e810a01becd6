package org.cumulet.image.image;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.TreeMap;
import org.cumulet.api.page.Page;
import org.jspecify.annotations.Nullable;

/// Where a list begins and where it goes on: paths without host and prefix, with the query that was asked.
final class ImagePages {

    private static final String PATH = "/v2/images";

    private ImagePages() {}

    static ImageView.Many view(Page<Image> page, UriInfo asked) {
        var goesOn = page.more() && !page.items().isEmpty();
        var next = goesOn ? page.items().getLast().id().toString() : null;
        return new ImageView.Many(
                page.map(ImageView::of).items(),
                path(asked, null),
                next == null ? null : path(asked, next),
                "/v2/schemas/images");
    }

    private static String path(UriInfo asked, @Nullable String marker) {
        var parts = new ArrayList<String>();
        new TreeMap<>(asked.getQueryParameters()).forEach((key, values) -> {
            if (!key.equals("marker")) {
                values.forEach(value -> parts.add(part(key, value)));
            }
        });
        if (marker != null) {
            parts.add(part("marker", marker));
        }
        return parts.isEmpty() ? PATH : PATH + "?" + String.join("&", parts);
    }

    private static String part(String key, String value) {
        return encoded(key) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
