package org.cumulet.identity.token;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
        @Nullable Map<String, Object> unscoped,
        @JsonProperty("OS-TRUST:trust") @Valid @Nullable TrustName trust) {

    @JsonCreator
    WantedScope {
        if (Stream.of(project, domain, system, unscoped, trust)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new Fault.BadRequest(
                    "Invalid input for attribute auth.scope: name one of project, domain, system, unscoped and OS-TRUST:trust.");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WantedScope named(String word) {
        if (!word.equals("unscoped")) {
            throw new Fault.BadRequest("Invalid input for attribute auth.scope: the only word is unscoped.");
        }
        return new WantedScope(null, null, null, Map.of(), null);
    }

    /// By id, or by name within a domain.
    record ProjectName(
            @Text(max = 64) @Nullable String id,
            @Text(max = 64) @Nullable String name,
            @Valid @Nullable DomainName domain) {}

    /// What another user trusts one with.
    record TrustName(@NotNull @Text(max = 64) String id) {}

    /// The whole system: there are no parts of it.
    record SystemName(boolean all) {}
}
