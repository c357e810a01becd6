/// How a wish becomes a running machine, and how it ends: the workflows of servers, and the ports they call.
@NullMarked
package org.cumulet.compute.launch;

import org.jspecify.annotations.NullMarked;
