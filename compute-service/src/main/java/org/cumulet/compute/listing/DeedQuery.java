package org.cumulet.compute.listing;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.page.PageQuery;
import org.cumulet.compute.web.Moments;
import org.jspecify.annotations.Nullable;

/// Which deeds of a server.
public class DeedQuery extends PageQuery {

    @QueryParam("changes-since")
    @Nullable
    String since;

    @QueryParam("changes-before")
    @Nullable
    String before;

    @Nullable
    Instant since() {
        return moment("changes-since", since);
    }

    @Nullable
    Instant before() {
        return moment("changes-before", before);
    }

    private static @Nullable Instant moment(String name, @Nullable String text) {
        try {
            return text == null ? null : Moments.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Fault.BadRequest("Invalid input for query parameters %s. Value: %s".formatted(name, text));
        }
    }
}
