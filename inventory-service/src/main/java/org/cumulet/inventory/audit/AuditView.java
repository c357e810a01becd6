package org.cumulet.inventory.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What everybody holds, and what is wrong with it.
///
/// @param violations empty when every claim has its server, every server its claim, and no host more than it can bear
/// @param servers how many servers the claims were held against; null where compute was not asked
/// @param notCompared why compute was not asked
record AuditView(
        List<Violation> violations,
        @Nullable Integer servers,
        @Nullable String notCompared,
        long claimsInAll,
        List<ClaimOf> claims,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Link> claimsLinks) {

    record ClaimOf(
            UUID consumerId,
            String projectId,
            String userId,
            Instant createdAt,
            long ageSeconds,
            List<Part> allocations) {}

    record Part(UUID hostId, @Nullable String host, Map<String, Integer> resources) {}

    record Violation(
            Kind kind, @Nullable UUID consumerId, @Nullable String host, String message) {}

    record Link(String rel, String href) {}

    /// What can be wrong.
    enum Kind {
        CLAIM_WITHOUT_SERVER,
        SERVER_WITHOUT_CLAIM,
        HOST_OVERFULL
    }
}
