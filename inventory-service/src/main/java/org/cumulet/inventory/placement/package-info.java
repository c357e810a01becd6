/// What all of Placement's API shares: versions, errors, query strings.
@NullMarked
package org.cumulet.inventory.placement;

import org.jspecify.annotations.NullMarked;
