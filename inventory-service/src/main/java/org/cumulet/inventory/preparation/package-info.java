/// Hosts brought into their declared state, as jobs that can be watched, cancelled and undone.
@NullMarked
package org.cumulet.inventory.preparation;

import org.jspecify.annotations.NullMarked;
