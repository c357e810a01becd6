package org.cumulet.identity.credential;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// An application credential as somebody wishes it. Access rules are not kept, so a wish for them is refused as an
/// unknown key: a login that could do more than was asked for would be worse than none.
///
/// @param projectId may be said, but is always the project of the caller's token
/// @param roles some of the caller's; all of them when absent
record NewCredential(
        @NotNull @Text(max = 255, blank = false) String name,
        @NeverNull @Text(max = 255, blank = false) @Nullable String secret,
        @Text @Nullable String description,
        @Text(max = 64) @Nullable String expiresAt,
        @Text(max = 64) @Nullable String projectId,
        @NeverNull @Size(max = 100) @Nullable List<@NotNull @Valid RoleName> roles,
        @NeverNull @Nullable Boolean unrestricted) {

    /// A role by its id, or by its name.
    record RoleName(
            @Text(max = 64) @Nullable String id,
            @Text(max = 255) @Nullable String name) {}

    /// When it ends, if it does.
    Optional<Instant> end() {
        return Optional.ofNullable(expiresAt).map(NewCredential::moment);
    }

    private static Instant moment(String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Fault.BadRequest(
                            "Invalid input for attribute expires_at: not a time such as 2030-01-31T12:00:00Z.")
                    .because(e);
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "NewCredential[" + name + "]";
    }

    record Request(@NotNull @Valid NewCredential applicationCredential) {}
}
