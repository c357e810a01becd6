package org.cumulet.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What an operator can set.
@ConfigMapping(prefix = "cumulet.database")
public interface DatabaseSettings {

    /// How often servers are looked at and passwords that are over are taken back.
    @WithDefault("PT30S")
    Duration watchEvery();

    /// How much is done on one server at a time.
    @WithDefault("8")
    int atOnce();

    Quota quota();

    /// How much a project may have; negative means without limit.
    interface Quota {

        @WithDefault("500")
        int databases();

        @WithDefault("1000")
        int users();
    }
}
