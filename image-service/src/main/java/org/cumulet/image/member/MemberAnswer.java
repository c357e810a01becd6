package org.cumulet.image.member;

import jakarta.validation.constraints.NotNull;
import org.cumulet.api.fault.Fault;
import org.jspecify.annotations.Nullable;

/// What a project says to an offer.
///
/// @param member said again by some clients; the path counts
record MemberAnswer(@NotNull String status, @Nullable String member) {

    MemberStatus value() {
        return MemberStatus.named(status)
                .orElseThrow(() ->
                        new Fault.BadRequest("Incorrect request: status must be one of pending, accepted, rejected."));
    }
}
