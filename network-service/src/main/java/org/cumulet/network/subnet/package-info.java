/// Address ranges on networks.
@NullMarked
package org.cumulet.network.subnet;

import org.jspecify.annotations.NullMarked;
