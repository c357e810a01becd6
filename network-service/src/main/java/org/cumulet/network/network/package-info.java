/// Layer 2 networks.
@NullMarked
package org.cumulet.network.network;

import org.jspecify.annotations.NullMarked;
