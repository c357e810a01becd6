package org.cumulet.batch.news;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// Which events are wanted, as a bean parameter.
public class NewsQuery {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,200}");

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("type")
    @Nullable
    String type;

    @Nullable
    Long after() {
        return after == null ? null : cursor("query parameter after", after);
    }

    @Nullable
    String project() {
        return matching("project", project, PROJECT);
    }

    @Nullable
    String type() {
        return matching("type", type, TYPE);
    }

    /// @param where it was found
    static long cursor(String where, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new Fault.BadRequest("Invalid input for %s: the cursor of an event is expected.".formatted(where));
        }
        return Long.parseLong(text);
    }

    private static @Nullable String matching(String name, @Nullable String value, Pattern pattern) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new Fault.BadRequest("Invalid input for query parameter %s.".formatted(name));
        }
        return value;
    }
}
