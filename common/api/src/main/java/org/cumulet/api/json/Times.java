package org.cumulet.api.json;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// The ways in which OpenStack's services write a moment, all of them UTC.
public enum Times {
    /// `2013-09-03T04:01:32Z`: compute's `created`, image, network.
    SECONDS_Z("uuuu-MM-dd'T'HH:mm:ss'Z'"),
    /// `2015-11-07T02:58:43.578887Z`: identity.
    MICROS_Z("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'"),
    /// `2013-09-23T13:37:00.880302`: compute's extensions, volume.
    MICROS("uuuu-MM-dd'T'HH:mm:ss.SSSSSS"),
    /// `2018-04-12T09:12:45`: database.
    SECONDS("uuuu-MM-dd'T'HH:mm:ss");

    private final DateTimeFormatter format;

    Times(String pattern) {
        this.format = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    public String of(Instant moment) {
        return format.format(moment);
    }

    /// Now, as PostgreSQL keeps it: what is returned before and after storing is the same.
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
