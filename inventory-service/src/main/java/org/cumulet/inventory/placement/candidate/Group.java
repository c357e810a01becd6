package org.cumulet.inventory.placement.candidate;

import java.util.Map;
import java.util.UUID;
import org.cumulet.inventory.placement.MemberOf;
import org.cumulet.inventory.placement.TraitWish;
import org.jspecify.annotations.Nullable;

/// Things that are wanted together. Those of a group with a suffix come from one provider; those of the group without
/// may come from several of one tree.
record Group(
        String suffix,
        Map<String, Integer> resources,
        TraitWish traits,
        MemberOf memberOf,
        @Nullable UUID inTree) {

    boolean isSuffixed() {
        return !suffix.isEmpty();
    }
}
