/// Drift: what a server really grants against what was declared.
@NullMarked
package org.cumulet.database.drift;

import org.jspecify.annotations.NullMarked;
