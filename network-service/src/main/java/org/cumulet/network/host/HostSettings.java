package org.cumulet.network.host;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How networks come true on hosts.
@ConfigMapping(prefix = "cumulet.network.host")
public interface HostSettings {

    /// How many hosts are worked on at once.
    @WithDefault("64")
    int parallel();

    /// How many of them without anybody waiting for it.
    @WithDefault("16")
    int parallelInBackground();

    /// How long a change waits for more of its kind before hosts hear of it, unless somebody waits.
    @WithDefault("2s")
    Duration settle();

    /// How often a host is looked at although nothing has changed: it may have been restarted.
    @WithDefault("3m")
    Duration interval();

    /// The longest pause between two attempts on a host that does not answer.
    @WithDefault("5m")
    Duration longestPause();

    /// How long a host may take.
    @WithDefault("60s")
    Duration timeout();
}
