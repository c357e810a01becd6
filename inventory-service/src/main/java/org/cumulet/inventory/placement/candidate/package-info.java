/// Where something would fit.
@NullMarked
package org.cumulet.inventory.placement.candidate;

import org.jspecify.annotations.NullMarked;
