package org.cumulet.identity.credential;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cumulet.identity.accessrule.WishedAccessRule;
import org.cumulet.identity.wire.Moment;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// An application credential as somebody wishes it.
///
/// @param projectId may be said, but is always the project of the caller's token
/// @param accessRules the only requests it shall be good for; all of them when absent
/// @param roles some of the caller's; all of them when absent
record NewCredential(
        @NotNull @Text(max = 255, blank = false) String name,
        @NeverNull @Text(max = 255, blank = false) @Nullable String secret,
        @Text @Nullable String description,
        @Text(max = 64) @Nullable String expiresAt,
        @Text(max = 64) @Nullable String projectId,
        @NeverNull @Size(max = 100) @Nullable List<@NotNull @Valid RoleName> roles,
        @NeverNull @Nullable Boolean unrestricted,
        @NeverNull @Size(min = 1, max = 100) @Nullable List<@NotNull @Valid WishedAccessRule> accessRules) {

    /// A role by its id, or by its name.
    record RoleName(
            @Text(max = 64) @Nullable String id,
            @Text(max = 255) @Nullable String name) {}

    /// When it ends, if it does.
    Optional<Instant> end() {
        return Moment.of("expires_at", expiresAt);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "NewCredential[" + name + "]";
    }

    record Request(@NotNull @Valid NewCredential applicationCredential) {}
}
