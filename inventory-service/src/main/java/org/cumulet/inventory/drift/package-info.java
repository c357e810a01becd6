/// Prepared hosts held against their declaration.
@NullMarked
package org.cumulet.inventory.drift;

import org.jspecify.annotations.NullMarked;
