package org.cumulet.identity.identityprovider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.wire.Given;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What shall become of an identity provider: absent keys stay.
///
/// @param authorizationTtl minutes
record IdentityProviderChange(
        @Text Given<String> description,
        @NeverNull @Nullable Boolean enabled,
        Given<Integer> authorizationTtl,

        @NeverNull @Text @Size(max = NewIdentityProvider.MOST_IDS) @Nullable
        Set<@NotNull @Size(min = 1, max = 255) String> remoteIds) {

    IdentityProviderChange {
        var minutes = authorizationTtl.value();
        if (minutes != null && (minutes < 0 || minutes > NewIdentityProvider.MOST_MINUTES)) {
            throw new Fault.BadRequest("Invalid input for attribute authorization_ttl: 0 to %d minutes."
                    .formatted(NewIdentityProvider.MOST_MINUTES));
        }
    }

    record Request(@NotNull @Valid IdentityProviderChange identityProvider) {}
}
