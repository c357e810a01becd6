/// Hosts, from their registration to their removal.
@NullMarked
package org.cumulet.inventory.host;

import org.jspecify.annotations.NullMarked;
