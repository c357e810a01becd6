package org.cumulet.inventory.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulet.api.version.Microversion;

/// Which aggregates a provider is to be in: `member_of=<id>`, `in:<id>,<id>`, `!<id>`, `!in:<id>,<id>`.
public record MemberOf(List<Condition> conditions) {

    /// @param forbidding it is to be in none of these; otherwise in at least one
    record Condition(boolean forbidding, Set<UUID> aggregates) {
        boolean holds(Set<UUID> of) {
            return of.stream().anyMatch(aggregates::contains) != forbidding;
        }
    }

    /// All values of one key count.
    public static MemberOf of(QueryString query, String key) {
        var conditions = new ArrayList<Condition>();
        query.all(key).forEach(value -> conditions.add(condition(key, value)));
        return new MemberOf(conditions);
    }

    private static Condition condition(String key, String value) {
        var forbidding = value.startsWith("!");
        if (forbidding && !Microversion.atLeast(PlacementVersions.FORBIDDEN_AGGREGATES)) {
            throw QueryString.bad(key, "aggregates cannot be forbidden at this version");
        }
        var rest = forbidding ? value.substring(1) : value;
        var ids = rest.startsWith("in:") ? rest.substring(3).split(",", -1) : new String[] {rest};
        return new Condition(
                forbidding,
                Stream.of(ids)
                        .map(id -> Ids.parse(id)
                                .orElseThrow(() -> QueryString.bad(
                                        key, "expected 'in:' and a comma-separated list of UUIDs, or one UUID")))
                        .collect(Collectors.toSet()));
    }

    /// True for a provider in these aggregates.
    public boolean holds(Set<UUID> aggregates) {
        return conditions.stream().allMatch(condition -> condition.holds(aggregates));
    }
}
