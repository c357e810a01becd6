package org.cumulet.inventory.step;

import org.jspecify.annotations.Nullable;

/// Something on a host that is not as it is declared.
///
/// @param is what is there; null where nothing is
/// @param diff from what is there to what shall be
public record Change(StepName step, String what, @Nullable String is, String shall, String diff) {

    static Change of(StepName step, Item item, @Nullable String is) {
        return new Change(step, item.title(), is, item.shall(), Difference.between(is == null ? "" : is, item.shall()));
    }
}
