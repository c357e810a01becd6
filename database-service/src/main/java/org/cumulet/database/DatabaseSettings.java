package org.cumulet.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
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

    Backup backup();

    /// Where dumps are kept, and for how long.
    interface Backup {

        /// The folder that holds them. Where several of these services run, all of them see the same one.
        Path store();

        /// Whether they are encrypted there, with `cumulet.secret-key`; else `gunzip` alone makes them readable.
        @WithDefault("true")
        boolean encrypt();

        /// How many dumps and restores run on one server at a time.
        @WithDefault("2")
        int atOnce();

        /// How long one may take.
        @WithDefault("PT6H")
        Duration patience();

        /// How long the last dump of a dropped database is kept.
        @WithDefault("P7D")
        Duration keepLast();

        /// How often schedules are looked at, and what is over is taken away.
        @WithDefault("PT30S")
        Duration lookEvery();
    }

    /// How much a project may have; negative means without limit.
    interface Quota {

        @WithDefault("500")
        int databases();

        @WithDefault("1000")
        int users();

        /// Those that somebody asked for and those that a schedule made.
        @WithDefault("50")
        int backups();

        @WithDefault("10")
        int instances();

        /// GB of all instances together.
        @WithDefault("40")
        int volumes();
    }
}
