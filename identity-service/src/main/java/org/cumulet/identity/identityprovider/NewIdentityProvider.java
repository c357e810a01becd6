package org.cumulet.identity.identityprovider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// An identity provider as somebody wishes it.
///
/// @param domainId of those whom it vouches for; a domain of the provider's name is made where none is named
/// @param enabled false where it is not said
/// @param authorizationTtl minutes
record NewIdentityProvider(
        @Text(max = 64) @Nullable String domainId,
        @Text @Nullable String description,
        @NeverNull Boolean enabled,

        @Min(0) @Max(MOST_MINUTES) @Nullable Integer authorizationTtl,

        @Text @Size(max = MOST_IDS) Set<@NotNull @Size(min = 1, max = 255) String> remoteIds) {

    static final int MOST_IDS = 100;
    static final long MOST_MINUTES = 525_600;

    NewIdentityProvider(
            @Nullable String domainId,
            @Nullable String description,
            @Nullable Boolean enabled,
            @Nullable Integer authorizationTtl,
            @Nullable Set<String> remoteIds) {
        this.domainId = domainId;
        this.description = description;
        this.enabled = Boolean.TRUE.equals(enabled);
        this.authorizationTtl = authorizationTtl;
        this.remoteIds = Objects.requireNonNullElse(remoteIds, Set.of());
    }

    record Request(@NotNull @Valid NewIdentityProvider identityProvider) {}
}
