/// Flavors: what sizes of servers there are, and for whom.
@NullMarked
package org.cumulet.compute.flavor;

import org.jspecify.annotations.NullMarked;
