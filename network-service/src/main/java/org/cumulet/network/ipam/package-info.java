/// Which address belongs to which port.
@NullMarked
package org.cumulet.network.ipam;

import org.jspecify.annotations.NullMarked;
