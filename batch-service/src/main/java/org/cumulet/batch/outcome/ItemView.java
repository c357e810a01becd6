package org.cumulet.batch.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cumulet.api.json.Times;
import org.cumulet.batch.item.Item;
import org.cumulet.batch.item.ItemState;
import org.jspecify.annotations.Nullable;

/// An item as the API shows it. What it sends is not shown.
///
/// @param position from 0, in the order of the document
/// @param attempts calls in all
/// @param resource id of what it made or changed
/// @param seconds from its first call to its end, or to now
/// @param status of HTTP, of the last answer
/// @param error why it failed, or is tried again
/// @param requestId of the last call, by which the service's log knows it
record ItemView(
        int position,
        @Nullable String name,
        ItemState state,
        String method,
        String path,
        int attempts,
        @Nullable String resource,
        @Nullable String startedAt,
        @Nullable String endedAt,
        @Nullable Double seconds,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String requestId) {

    static final String CSV_HEAD =
            "position,name,state,method,path,attempts,resource,started_at,ended_at,seconds,status,"
                    + "error,request_id\r\n";

    record Link(String rel, String href) {}

    record Many(
            List<ItemView> items,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> links) {}

    static ItemView of(Item item, Instant now) {
        return new ItemView(
                item.position(),
                item.label(),
                item.state(),
                item.method(),
                item.path(),
                item.attempts(),
                item.resource(),
                at(item.started()),
                at(item.ended()),
                seconds(item, now),
                item.status(),
                item.error(),
                item.requestId());
    }

    String csv() {
        return String.join(
                        ",",
                        Integer.toString(position),
                        cell(name),
                        state.text(),
                        method,
                        cell(path),
                        Integer.toString(attempts),
                        cell(resource),
                        cell(startedAt),
                        cell(endedAt),
                        cell(seconds),
                        cell(status),
                        cell(error),
                        cell(requestId))
                + "\r\n";
    }

    /// Quoted where it must be, and never something that a spreadsheet would run.
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static @Nullable Double seconds(Item item, Instant now) {
        if (item.started() == null) {
            return null;
        }
        var end = item.ended() == null ? now : item.ended();
        return Duration.between(item.started(), end).toMillis() / 1000.0;
    }

    private static @Nullable String at(@Nullable Instant moment) {
        return moment == null ? null : Times.MICROS_Z.of(moment);
    }
}
