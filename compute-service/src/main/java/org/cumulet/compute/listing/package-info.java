/// Servers as they are shown: one, many, their addresses, what was done to them.
@NullMarked
package org.cumulet.compute.listing;

import org.jspecify.annotations.NullMarked;
