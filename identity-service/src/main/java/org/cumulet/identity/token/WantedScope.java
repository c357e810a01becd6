package org.cumulet.identity.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.token.AuthRequest.DomainName;
import org.cumulet.identity.wire.Text;
import org.jspecify.annotations.Nullable;

/// What a token shall be good for: exactly one of these, or the plain word `unscoped`.
record WantedScope(
        @Valid @Nullable ProjectName project,
        @Valid @Nullable DomainName domain,
        @Nullable SystemName system,
        @Nullable Map<String, Object> unscoped) {

    @JsonCreator
    WantedScope {
        if (Stream.of(project, domain, system, unscoped)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new Fault.BadRequest(
                    "Invalid input for attribute auth.scope: name one of project, domain, system and unscoped.");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WantedScope named(String word) {
        if (!word.equals("unscoped")) {
            throw new Fault.BadRequest("Invalid input for attribute auth.scope: the only word is unscoped.");
        }
        return new WantedScope(null, null, null, Map.of());
    }

    /// By id, or by name within a domain.
    record ProjectName(
            @Text(max = 64) @Nullable String id,
            @Text(max = 64) @Nullable String name,
            @Valid @Nullable DomainName domain) {}

    /// The whole system: there are no parts of it.
    record SystemName(boolean all) {}
}
