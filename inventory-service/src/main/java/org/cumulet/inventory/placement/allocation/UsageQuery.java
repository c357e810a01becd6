package org.cumulet.inventory.placement.allocation;

import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.QueryString;
import org.jspecify.annotations.Nullable;

/// Whose use is asked for.
record UsageQuery(
        String project, @Nullable String user, @Nullable String type) {

    static final String ALL = "all";

    static UsageQuery of(UriInfo uri) {
        var query = QueryString.of(
                uri,
                Microversion.atLeast(PlacementVersions.CONSUMER_TYPE)
                        ? Set.of("project_id", "user_id", "consumer_type")
                        : Set.of("project_id", "user_id"));
        return new UsageQuery(
                query.one("project_id").orElseThrow(() -> QueryString.missing("project_id")),
                query.oneOrNull("user_id"),
                query.one("consumer_type").map(UsageQuery::type).orElse(null));
    }

    private static String type(String text) {
        if (!text.matches("[A-Z0-9_]{1,255}|all|unknown")) {
            throw QueryString.bad("consumer_type", "expected capital letters, digits and '_', or all, or unknown");
        }
        return text;
    }
}
