package org.cumulet.batch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What an operator can set.
@ConfigMapping(prefix = "cumulet.batch")
public interface BatchSettings {

    /// The largest document that is taken.
    @WithDefault("512M")
    MemorySize maxBody();

    /// How many items a job may have at most.
    @WithDefault("1000000")
    int maxItems();

    /// How many items the jobs of one project that have not ended may have together.
    @WithDefault("2000000")
    int maxOpenItems();

    /// How many documents of one project are read at a time, in one process.
    @WithDefault("4")
    int uploadsAtOnce();

    /// How many callers of one project may watch jobs at a time, and how many events, in one process.
    @WithDefault("100")
    int streamsAtOnce();

    /// How many calls one process makes at a time, for all projects together.
    @WithDefault("16")
    int atOnce();

    /// How many items of a job are under way at a time, where the job does not say.
    @WithDefault("1000")
    int maxParallel();

    /// How often a process looks for work by itself; it is told of most.
    @WithDefault("PT1S")
    Duration lookEvery();

    /// After how long a process that is not heard of has lost what it was doing.
    @WithDefault("PT20S")
    Duration lease();

    /// How often a resource that an item waits for is looked at; it is told of most.
    @WithDefault("PT15S")
    Duration settleEvery();

    /// How long an item may wait for its resource.
    @WithDefault("PT1H")
    Duration settleWithin();

    /// How long a call that finds nobody, or somebody in trouble, is tried again.
    @WithDefault("PT15M")
    Duration patience();

    /// How long what is in the way of undoing something is waited for.
    @WithDefault("PT2M")
    Duration undoPatience();

    /// How long a job may act for whoever submitted it, from the moment it may begin.
    @WithDefault("P7D")
    Duration longest();

    /// How long jobs that have ended are kept, with their keys.
    @WithDefault("P30D")
    Duration keep();

    /// How long events are kept for those who ask for them by HTTP.
    @WithDefault("P7D")
    Duration keepEvents();

    /// How often a stream of events says that it is there, and looks whether its token still holds.
    @WithDefault("PT15S")
    Duration keepAlive();
}
