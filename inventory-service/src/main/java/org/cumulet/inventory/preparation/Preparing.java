package org.cumulet.inventory.preparation;

import java.util.UUID;

/// What the workflows of a preparation know.
///
/// @param over nothing is to be changed
record Preparing(UUID preparation, boolean over) {

    Preparing nothingToDo() {
        return new Preparing(preparation, true);
    }
}
