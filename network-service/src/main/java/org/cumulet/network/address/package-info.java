/// Addresses as values: what cannot be one is never made.
@NullMarked
package org.cumulet.network.address;

import org.jspecify.annotations.NullMarked;
