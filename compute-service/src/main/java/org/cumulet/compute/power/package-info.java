/// Servers on, off and on again: the workflows that switch them, and the watch that sees what became of them.
@NullMarked
package org.cumulet.compute.power;

import org.jspecify.annotations.NullMarked;
