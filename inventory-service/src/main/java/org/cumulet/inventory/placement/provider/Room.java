package org.cumulet.inventory.placement.provider;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A provider with all that is known of its room.
///
/// @param open whether anybody may get something who has nothing yet
public record Room(
        UUID provider,
        @Nullable UUID parent,
        UUID root,
        boolean open,
        Map<String, Inventory> inventories,
        Map<String, Long> used,
        Set<String> traits,
        Set<UUID> aggregates) {

    public long used(String resourceClass) {
        return used.getOrDefault(resourceClass, 0L);
    }

    /// True when it can give so much of everything.
    public boolean fits(Map<String, Integer> amounts) {
        return amounts.entrySet().stream().allMatch(wish -> fits(wish.getKey(), wish.getValue()));
    }

    public boolean fits(String resourceClass, int amount) {
        var inventory = inventories.get(resourceClass);
        return inventory != null
                && inventory.misfit(amount, used(resourceClass)).isEmpty();
    }
}
