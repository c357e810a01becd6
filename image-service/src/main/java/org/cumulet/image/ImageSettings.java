package org.cumulet.image;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// What an operator can set.
@ConfigMapping(prefix = "cumulet.image")
public interface ImageSettings {

    /// The folder that holds the bytes.
    Path store();

    /// How often leftovers are looked for.
    @WithDefault("PT1M")
    Duration tidyEvery();

    /// How long the rest of a refused upload is listened to, so that its sender reads the answer.
    @WithDefault("PT30S")
    Duration patience();

    /// How long an upload may take.
    @WithDefault("PT12H")
    Duration uploadDeadline();

    Limits limits();

    /// How much is too much.
    interface Limits {

        /// The largest file.
        @WithDefault("1T")
        MemorySize imageSize();

        /// The largest disk that a guest may see.
        @WithDefault("2T")
        MemorySize diskSize();

        /// All files of one project.
        @WithDefault("4T")
        MemorySize projectSize();

        /// Images of one project.
        @WithDefault("1000")
        int projectImages();

        /// Uploads of one project at the same time.
        @WithDefault("50")
        int projectUploads();

        /// Properties of one image.
        @WithDefault("128")
        int properties();

        /// Tags of one image.
        @WithDefault("128")
        int tags();

        /// Projects that one image is shared with.
        @WithDefault("128")
        int members();
    }
}
