package org.cumulet.identity.trust;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.cumulet.identity.wire.NeverNull;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// A trust as somebody wishes it.
///
/// @param remainingUses how many tokens may be made with it; any number when absent
/// @param allowRedelegation whether the trustee may hand it on
/// @param redelegationCount how many times it may be handed on
record NewTrust(
        @NotNull @Text(max = 64) String trustorUserId,
        @NotNull @Text(max = 64) String trusteeUserId,
        @NotNull Boolean impersonation,
        @Text(max = 64) @Nullable String projectId,
        @Text(max = 64) @Nullable String expiresAt,
        @Min(1) @Nullable Integer remainingUses,
        @NeverNull @Size(max = 100) @Nullable List<@NotNull @Valid RoleName> roles,
        @NeverNull @Nullable Boolean allowRedelegation,
        @Min(0) @Max(NewTrust.MOST_REDELEGATIONS) @Nullable Integer redelegationCount,
        @Text(max = 64) @Nullable String redelegatedTrustId) {

    static final int MOST_REDELEGATIONS = 3;

    /// A role by its id, or by its name.
    record RoleName(
            @Text(max = 64) @Nullable String id,
            @Text(max = 255) @Nullable String name) {

        String text() {
            return id == null ? String.valueOf(name) : id;
        }
    }

    List<RoleName> roleNames() {
        return Objects.requireNonNullElse(roles, List.of());
    }

    boolean mayBeHandedOn() {
        return Boolean.TRUE.equals(allowRedelegation);
    }

    record Request(@NotNull @Valid NewTrust trust) {}
}
