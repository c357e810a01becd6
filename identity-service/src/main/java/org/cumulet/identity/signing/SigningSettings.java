package org.cumulet.identity.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the keys that tokens are signed with.
@ConfigMapping(prefix = "cumulet.identity.signing")
public interface SigningSettings {

    /// After this time a new key takes over by itself.
    @WithDefault("P90D")
    Duration keyLife();

    /// How long a new key is published before it signs; longer than it takes all processes of identity to look.
    @WithDefault("PT30S")
    Duration lead();
}
