/// The port to hypervisors: guests on hosts, whatever makes them run.
@NullMarked
package org.cumulet.compute.hypervisor;

import org.jspecify.annotations.NullMarked;
