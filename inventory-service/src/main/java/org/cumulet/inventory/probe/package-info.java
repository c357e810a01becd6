/// Looking at hosts: what they are, and what works there.
@NullMarked
package org.cumulet.inventory.probe;

import org.jspecify.annotations.NullMarked;
