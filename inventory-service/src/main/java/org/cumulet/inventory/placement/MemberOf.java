package org.cumulet.inventory.placement;

import java.util.List;
import org.cumulet.api.version.Microversion;

/// Which aggregates a provider is to be in: `member_of=<id>`, `in:<id>,<id>`, `!<id>`. This cloud has no aggregates, so
/// that nothing is in any and everything outside of all.
public final class MemberOf {

    private MemberOf() {}

    /// True when providers outside of all aggregates will do.
    public static boolean allowsOutsiders(String key, List<String> values) {
        return values.stream().map(value -> isForbidding(key, value)).reduce(true, Boolean::logicalAnd);
    }

    private static boolean isForbidding(String key, String value) {
        var forbidding = value.startsWith("!");
        if (forbidding && !Microversion.atLeast(PlacementVersions.FORBIDDEN_AGGREGATES)) {
            throw QueryString.bad(key, "aggregates cannot be forbidden at this version");
        }
        var rest = forbidding ? value.substring(1) : value;
        var ids = rest.startsWith("in:") ? rest.substring(3).split(",", -1) : new String[] {rest};
        for (var id : ids) {
            if (Ids.parse(id).isEmpty()) {
                throw QueryString.bad(key, "expected 'in:' and a comma-separated list of UUIDs, or one UUID");
            }
        }
        return forbidding;
    }
}
