/// The config drive: what a guest is told of itself at its first boot, as a CD that no network is needed for.
@NullMarked
package org.cumulet.compute.hypervisor.drive;

import org.jspecify.annotations.NullMarked;
