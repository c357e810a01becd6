/// What projects used: hours of servers, processors, memory and disk.
@NullMarked
package org.cumulet.compute.usage;

import org.jspecify.annotations.NullMarked;
