package org.cumulet.inventory.host;

import jakarta.ws.rs.core.UriInfo;

/// The same question again, from where its answer ended.
final class NextPage {

    private NextPage() {}

    static String of(UriInfo uri, String marker) {
        var next =
                uri.getRequestUriBuilder().replaceQueryParam("marker", marker).build();
        return "%s?%s".formatted(next.getRawPath(), next.getRawQuery());
    }
}
