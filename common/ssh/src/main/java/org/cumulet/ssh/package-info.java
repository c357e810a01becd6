/// Commands on machines, over SSH, on this machine, or recorded.
@NullMarked
package org.cumulet.ssh;

import org.jspecify.annotations.NullMarked;
