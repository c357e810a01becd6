package org.cumulet.inventory.step;

import java.util.List;

/// One step of a preparation: what is declared, in the order in which it comes about.
///
/// @param name as people ask for it
public record Step(StepName name, List<Item> items) {

    public Step(StepName name, Item... items) {
        this(name, List.of(items));
    }
}
