/// Who has how much of what.
@NullMarked
package org.cumulet.inventory.placement.allocation;

import org.jspecify.annotations.NullMarked;
