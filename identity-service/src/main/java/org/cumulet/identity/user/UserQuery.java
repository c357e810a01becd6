package org.cumulet.identity.user;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.store.Conditions;
import org.cumulet.identity.wire.Flags;
import org.cumulet.identity.wire.Moment;
import org.cumulet.identity.wire.NameQuery;
import org.jspecify.annotations.Nullable;

/// What a list of users may be asked for.
public class UserQuery extends NameQuery {

    private static final Map<String, String> COMPARED =
            Map.of("lt", "<", "lte", "<=", "gt", ">", "gte", ">=", "eq", "=", "neq", "<>");

    @QueryParam("domain_id")
    @Nullable
    String domainId;

    @QueryParam("enabled")
    @Nullable
    String enabled;

    /// The one domain that is asked for, if it is one.
    ///
    /// @param only the one that may be asked for; null for any
    @Nullable
    String domainId(@Nullable String only) {
        return domainId == null ? only : domainId;
    }

    /// `gt:2030-01-31T12:00:00Z`, several of which must all hold. A password that never expires is never met.
    @QueryParam("password_expires_at")
    List<String> passwordExpiresAt = List.of();

    public Conditions conditions() {
        var conditions = addTo(new Conditions()).is("domainId", domainId).is("enabled", Flags.wish(enabled));
        passwordExpiresAt.forEach(text -> addExpiry(conditions, text));
        return conditions;
    }

    private static void addExpiry(Conditions conditions, String text) {
        var words = text.split(":", 2);
        var comparison = Optional.ofNullable(COMPARED.get(words[0]))
                .orElseThrow(() -> new Fault.BadRequest(
                        "Invalid input for attribute password_expires_at: one of lt:, lte:, gt:, gte:, eq:, neq: comes"
                                + " before the time."));
        var moment = Moment.of("password_expires_at", words.length < 2 ? "" : words[1]);
        conditions.add("password.expiresAt " + comparison + " :%s", moment.orElseThrow());
    }
}
