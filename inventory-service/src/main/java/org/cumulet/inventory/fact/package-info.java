/// What is known of a host, and what a look at it found.
@NullMarked
package org.cumulet.inventory.fact;

import org.jspecify.annotations.NullMarked;
