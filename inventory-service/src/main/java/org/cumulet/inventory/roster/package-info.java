/// Lists of hosts as people keep them in files.
@NullMarked
package org.cumulet.inventory.roster;

import org.jspecify.annotations.NullMarked;
