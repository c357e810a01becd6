package org.cumulet.api.page;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// `limit` and `marker` of a list, as a bean parameter.
public class PageQuery {

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("marker")
    @Nullable
    String marker;

    /// How many at most: what was asked for, never more than `maximum`.
    ///
    /// @throws Fault.BadRequest when the limit is no whole number from 0 on
    public int limit(int maximum) {
        if (limit == null) {
            return maximum;
        }
        if (!limit.matches("\\d{1,9}")) {
            throw new Fault.BadRequest("Invalid input for query parameter limit: '%s' is not a non-negative integer"
                    .formatted(limit.substring(0, Math.min(limit.length(), 40))));
        }
        return Math.min(Integer.parseInt(limit), maximum);
    }

    public boolean isLimited() {
        return limit != null;
    }

    /// Id of the last item of the page before.
    public Optional<String> marker() {
        return Optional.ofNullable(marker);
    }
}
