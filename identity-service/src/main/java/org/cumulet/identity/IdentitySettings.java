package org.cumulet.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of identity, below `cumulet.identity`.
@ConfigMapping(prefix = "cumulet.identity")
public interface IdentitySettings {

    /// How long a token lives; at most a day, since services remember revocations little longer.
    @WithDefault("PT1H")
    Duration tokenLife();

    /// How long a login is remembered, so that the same again is answered at once; nothing: not at all.
    @WithDefault("PT1S")
    Duration loginMemory();

    /// A file (YAML or JSON) with check strings by rule names, which hold instead of the usual rules.
    Optional<String> policyFile();

    /// How many KiB of memory one guess at a password takes (Argon2id).
    @WithDefault("19456")
    int passwordMemory();

    /// How many times a guess goes over that memory.
    @WithDefault("2")
    int passwordPasses();
}
