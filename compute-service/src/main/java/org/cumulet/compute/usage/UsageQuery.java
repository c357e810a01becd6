package org.cumulet.compute.usage;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.json.Times;
import org.cumulet.compute.web.Moments;
import org.jspecify.annotations.Nullable;

/// Of which time, and how exactly.
public class UsageQuery {

    private static final Duration LAST_MONTH = Duration.ofDays(28);

    @QueryParam("start")
    @Nullable
    String start;

    @QueryParam("end")
    @Nullable
    String end;

    @QueryParam("detailed")
    @Nullable
    String detailed;

    boolean isDetailed() {
        return "1".equals(detailed);
    }

    Period period(Clock clock) {
        var to = moment(end, Times.now(clock));
        var from = moment(start, to.minus(LAST_MONTH));
        if (from.isAfter(to)) {
            throw new Fault.BadRequest("Invalid start time. The start time cannot occur after the end time.");
        }
        return new Period(from, to);
    }

    private static Instant moment(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Moments.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Fault.BadRequest("Datetime is in invalid format");
        }
    }

    /// From when to when.
    record Period(Instant start, Instant end) {}
}
