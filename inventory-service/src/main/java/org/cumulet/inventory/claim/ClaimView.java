package org.cumulet.inventory.claim;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a claim, as the API shows it.
record ClaimView(
        UUID consumerId, @Nullable HostName host, @Nullable Refused refusal) {

    record HostName(UUID id, String name) {}

    /// @param nearestHost for the eyes of admins alone
    record Refused(
            String message,
            int considered,
            Map<String, Integer> reasons,
            @Nullable String nearest,
            @Nullable HostName nearestHost) {}

    record Many(List<ClaimView> claims) {}

    static ClaimView of(Decision decision) {
        return switch (decision) {
            case Decision.Granted granted ->
                new ClaimView(granted.consumer(), new HostName(granted.host(), granted.hostName()), null);
            case Decision.Refused refused -> new ClaimView(refused.consumer(), null, of(refused));
        };
    }

    private static Refused of(Decision.Refused refused) {
        var nearest = refused.nearestHost();
        return new Refused(
                refused.message(),
                refused.considered(),
                refused.reasons(),
                refused.nearest(),
                nearest == null ? null : new HostName(nearest.id(), nearest.name()));
    }
}
