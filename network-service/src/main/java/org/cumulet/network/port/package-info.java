/// Where a machine meets a network.
@NullMarked
package org.cumulet.network.port;

import org.jspecify.annotations.NullMarked;
