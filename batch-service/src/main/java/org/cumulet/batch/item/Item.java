package org.cumulet.batch.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cumulet.batch.store.Sql;
import org.jspecify.annotations.Nullable;

/// One operation of a job.
///
/// @param position from 0, in the order of the document
/// @param label its name within the job
/// @param sent headers and body, sealed
/// @param round how often it was begun anew, after it had failed
/// @param attempts calls in all
/// @param follow path of what is to settle
/// @param target the status it settles in
/// @param resource id of what it made or changed
/// @param leftover path of what an earlier round made and did not finish
/// @param status of HTTP, of the last answer
/// @param error why it failed, or is tried again
/// @param requestId of the last call
/// @param endedIn the number of the transaction in which it ended; 0 where it has not
/// @param after positions of those of its job that are done before it is begun
/// @param keeps whether its answer is kept for those that follow
/// @param answer that answer, sealed
/// @param undoneFrom since when it is tried to undo what it did
public record Item(
        UUID job,
        int position,
        ItemState state,
        @Nullable String label,
        String method,
        String path,
        byte @Nullable [] sent,
        int round,
        int attempts,
        @Nullable String follow,
        @Nullable String target,
        @Nullable String resource,
        @Nullable String leftover,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String requestId,
        @Nullable Instant started,
        @Nullable Instant ended,
        long endedIn,
        @Nullable Instant undoneFrom,
        List<Integer> after,
        boolean keeps,
        byte @Nullable [] answer) {

    static final String LAUNCH_METHOD = "POST";
    static final String LAUNCH_PATH = "/compute/v2.1/servers";

    static Item of(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("job", UUID.class),
                row.getInt("position"),
                ItemState.of(row.getString("state")).orElseThrow(),
                row.getString("label"),
                row.getString("method"),
                row.getString("path"),
                row.getBytes("sent"),
                row.getInt("round"),
                row.getInt("attempts"),
                row.getString("follow"),
                row.getString("target"),
                row.getString("resource"),
                row.getString("leftover"),
                row.getObject("status", Integer.class),
                row.getString("error"),
                row.getString("request_id"),
                Sql.instant(row, "started"),
                Sql.instant(row, "ended"),
                row.getLong("ended_in"),
                Sql.instant(row, "undone_from"),
                row.getArray("after") == null
                        ? List.of()
                        : List.of((Integer[]) row.getArray("after").getArray()),
                row.getBoolean("keeps"),
                row.getBytes("answer"));
    }

    /// Whether it launches a server.
    public boolean isLaunch() {
        return method.equals(LAUNCH_METHOD) && path.equals(LAUNCH_PATH);
    }

    /// The same, with what it is to be sent to in full.
    public Item at(String fullPath) {
        return new Item(
                job,
                position,
                state,
                label,
                method,
                fullPath,
                sent,
                round,
                attempts,
                follow,
                target,
                resource,
                leftover,
                status,
                error,
                requestId,
                started,
                ended,
                endedIn,
                undoneFrom,
                after,
                keeps,
                answer);
    }

    /// Whose seal its contents have.
    public static String seal(UUID job, int position) {
        return job + "/" + position;
    }

    /// Whose seal what was answered to it has.
    public static String sealOfAnswer(UUID job, int position) {
        return seal(job, position) + "/answer";
    }

    /// By which its call is known wherever it arrives, however often it is sent.
    public String key() {
        return "%s/%d/%d".formatted(job, position, round);
    }
}
