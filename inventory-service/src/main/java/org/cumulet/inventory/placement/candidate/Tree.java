package org.cumulet.inventory.placement.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cumulet.inventory.placement.provider.Room;
import org.jspecify.annotations.Nullable;

/// A provider with all that is below it.
record Tree(UUID root, Map<UUID, Room> rooms) {

    /// @param nested false where callers know nothing of trees: then each provider stands alone
    static List<Tree> of(Collection<Room> rooms, boolean nested) {
        var trees = new TreeMap<UUID, List<Room>>();
        rooms.forEach(room -> trees.computeIfAbsent(nested ? room.root() : room.provider(), id -> new ArrayList<>())
                .add(room));
        return trees.entrySet().stream()
                .map(tree -> new Tree(
                        tree.getKey(),
                        tree.getValue().stream()
                                .collect(Collectors.toMap(
                                        Room::provider, Function.identity(), (a, b) -> a, TreeMap::new))))
                .toList();
    }

    boolean holds(UUID provider) {
        return rooms.containsKey(provider);
    }

    Set<String> rootTraits() {
        var room = rooms.get(root);
        return room == null ? Set.of() : room.traits();
    }

    /// The aggregates of a provider: its own, and those of the root, which are those of the whole tree.
    Set<UUID> aggregates(Room room) {
        var all = new HashSet<>(room.aggregates());
        if (rooms.get(root) instanceof Room top) {
            all.addAll(top.aggregates());
        }
        return all;
    }

    /// True when one of these is above all others of them, or they are one.
    boolean isBranch(Set<UUID> providers) {
        return providers.stream().anyMatch(top -> providers.stream().allMatch(each -> isAtOrBelow(each, top)));
    }

    private boolean isAtOrBelow(UUID provider, UUID top) {
        for (var room = rooms.get(provider); room != null; room = parent(room)) {
            if (room.provider().equals(top)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Room parent(Room room) {
        return room.parent() == null ? null : rooms.get(room.parent());
    }
}
