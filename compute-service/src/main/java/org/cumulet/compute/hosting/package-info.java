/// Hosts in Nova's words: availability zones, hypervisors, services. Inventory owns them.
@NullMarked
package org.cumulet.compute.hosting;

import org.jspecify.annotations.NullMarked;
