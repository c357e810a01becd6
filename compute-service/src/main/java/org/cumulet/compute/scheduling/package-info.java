/// Where servers go: places on hosts, claimed from the inventory.
@NullMarked
package org.cumulet.compute.scheduling;

import org.jspecify.annotations.NullMarked;
