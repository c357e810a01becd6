/// Guests that do not exist, on hosts that do not exist: what scale and faults are tried on.
@NullMarked
package org.cumulet.compute.hypervisor.simulated;

import org.jspecify.annotations.NullMarked;
