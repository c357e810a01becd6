package org.cumulet.identity.trust;

import java.time.Instant;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.wire.Moment;
import org.jspecify.annotations.Nullable;

/// What a trust may be at most, when it is made from another one or from nothing.
record Delegation(NewTrust wish, @Nullable Trust from) {

    /// @throws Fault.Forbidden where it goes beyond the trust it is made from
    void mustBeOpen() {
        if (wish.mayBeHandedOn() && wish.remainingUses() != null) {
            throw new Fault.BadRequest(
                    "A trust that may be handed on has no count of its uses: leave remaining_uses out.");
        }
        if (from == null) {
            return;
        }
        if (from.redelegationCount() == 0) {
            throw new Fault.Forbidden("Trust %s may not be handed on.".formatted(from.id()));
        }
        if (wish.redelegatedTrustId() != null && !wish.redelegatedTrustId().equals(from.id())) {
            throw new Fault.Forbidden("This token is of another trust than %s.".formatted(wish.redelegatedTrustId()));
        }
        if (wish.impersonation() && !from.impersonation()) {
            throw new Fault.Forbidden("Trust %s is one without impersonation.".formatted(from.id()));
        }
        if (!from.projectId().equals(Optional.ofNullable(wish.projectId()))) {
            throw new Fault.Forbidden("Trust %s is for another project.".formatted(from.id()));
        }
    }

    /// Never later than the trust it is made from.
    ///
    /// @throws Fault.BadRequest where that is in the past
    @Nullable
    Instant end(Instant now) {
        var wished = Moment.of("expires_at", wish.expiresAt());
        if (wished.filter(it -> !it.isAfter(now)).isPresent()) {
            throw new Fault.BadRequest("A trust cannot end in the past: expires_at.");
        }
        var limit = Optional.ofNullable(from).flatMap(Trust::expiresAt);
        if (wished.isPresent() && limit.filter(wished.get()::isAfter).isPresent()) {
            throw new Fault.Forbidden("A trust that is handed on ends no later than the one it is made from.");
        }
        return wished.or(() -> limit).orElse(null);
    }

    /// How many times it may be handed on itself.
    int redelegations() {
        if (!wish.mayBeHandedOn()) {
            return 0;
        }
        var most = from == null ? NewTrust.MOST_REDELEGATIONS : from.redelegationCount() - 1;
        if (wish.redelegationCount() != null && wish.redelegationCount() > most) {
            throw new Fault.Forbidden("This trust may be handed on at most %d times.".formatted(most));
        }
        return wish.redelegationCount() == null ? most : wish.redelegationCount();
    }
}
