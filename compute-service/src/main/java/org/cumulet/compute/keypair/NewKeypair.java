package org.cumulet.compute.keypair;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.cumulet.api.version.Since;
import org.cumulet.compute.web.Spoken;
import org.jspecify.annotations.Nullable;

/// A keypair to be: imported when the public key is given, else generated.
@Spoken
record NewKeypair(
        @NotNull @Size(min = 1, max = 255) String name,
        @Since("2.2") @Nullable KeypairType type,
        @Nullable String publicKey,
        @Since("2.10") @Nullable String userId) {

    record Request(@NotNull @Valid NewKeypair keypair) {}
}
