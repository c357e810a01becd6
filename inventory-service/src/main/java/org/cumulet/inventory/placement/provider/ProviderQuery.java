package org.cumulet.inventory.placement.provider;

import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cumulet.api.version.Microversion;
import org.cumulet.inventory.placement.Amounts;
import org.cumulet.inventory.placement.Ids;
import org.cumulet.inventory.placement.MemberOf;
import org.cumulet.inventory.placement.PlacementVersions;
import org.cumulet.inventory.placement.QueryString;
import org.cumulet.inventory.placement.TraitWish;
import org.jspecify.annotations.Nullable;

/// Which providers are listed.
record ProviderQuery(
        @Nullable String name,
        @Nullable UUID id,
        MemberOf memberOf,
        Map<String, Integer> resources,
        @Nullable UUID inTree,
        TraitWish traits) {

    static ProviderQuery of(UriInfo uri) {
        var query = QueryString.of(uri, known());
        return new ProviderQuery(
                query.oneOrNull("name"),
                query.one("uuid").map(text -> Ids.read(text, "uuid")).orElse(null),
                MemberOf.of(query, "member_of"),
                query.one("resources")
                        .map(text -> Amounts.read("resources", text))
                        .orElse(Map.of()),
                query.one("in_tree").map(text -> Ids.read(text, "in_tree")).orElse(null),
                TraitWish.of(query, "required"));
    }

    private static Set<String> known() {
        var keys = new HashSet<>(Set.of("name", "uuid"));
        since(PlacementVersions.MEMBER_OF, "member_of", keys);
        since(PlacementVersions.RESOURCES, "resources", keys);
        since(PlacementVersions.NESTED, "in_tree", keys);
        since(PlacementVersions.REQUIRED, "required", keys);
        return keys;
    }

    private static void since(Microversion version, String key, Set<String> keys) {
        if (Microversion.atLeast(version)) {
            keys.add(key);
        }
    }

    boolean matches(ResourceProvider provider, Room room, @Nullable UUID root) {
        return memberOf.holds(room.aggregates())
                && (name == null || name.equals(provider.name()))
                && (id == null || id.equals(provider.id()))
                && (inTree == null || provider.root().equals(root))
                && room.fits(resources)
                && traits.holds(room.traits());
    }
}
