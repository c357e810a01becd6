package org.cumulet.inventory.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cumulet.inventory.host.HostSummary;
import org.cumulet.inventory.placement.ResourceClasses;
import org.cumulet.inventory.placement.provider.Inventory;
import org.cumulet.inventory.placement.provider.Room;
import org.jspecify.annotations.Nullable;

/// A host while claims are dealt with: its room shrinks with every claim it gets.
final class Candidate {

    private final HostSummary host;
    private final Map<String, Inventory> inventories;
    private final Map<String, Long> used;

    /// @param room null where the host cannot be claimed from, so that its room was not even looked at
    Candidate(HostSummary host, @Nullable Room room) {
        this.host = host;
        this.inventories = room == null ? Map.of() : room.inventories();
        this.used = new HashMap<>(room == null ? Map.of() : room.used());
    }

    UUID id() {
        return host.id();
    }

    String name() {
        return host.name();
    }

    HostSummary host() {
        return host;
    }

    /// The class of which there is too little, or of which so much cannot be had at once.
    Optional<String> misfit(Map<String, Integer> wanted) {
        return wanted.entrySet().stream()
                .filter(wish -> !fits(wish.getKey(), wish.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean fits(String resourceClass, int amount) {
        var inventory = inventories.get(resourceClass);
        return inventory != null
                && inventory
                        .misfit(amount, used.getOrDefault(resourceClass, 0L))
                        .isEmpty();
    }

    /// How much can still be had, at once.
    long free(String resourceClass) {
        var inventory = inventories.get(resourceClass);
        return inventory == null
                ? 0
                : Math.min(inventory.maxUnit(), inventory.capacity() - used.getOrDefault(resourceClass, 0L));
    }

    long freeMemory() {
        var inventory = inventories.get(ResourceClasses.MEMORY_MB);
        return inventory == null ? 0 : inventory.capacity() - used.getOrDefault(ResourceClasses.MEMORY_MB, 0L);
    }

    void take(Map<String, Integer> wanted) {
        wanted.forEach((name, amount) -> used.merge(name, (long) amount, Long::sum));
    }
}
