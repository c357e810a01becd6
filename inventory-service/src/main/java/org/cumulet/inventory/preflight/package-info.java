/// What stands between a host and its work, found without changing anything.
@NullMarked
package org.cumulet.inventory.preflight;

import org.jspecify.annotations.NullMarked;
