/// In whose name jobs act, and for how long.
@NullMarked
package org.cumulet.batch.delegation;

import org.jspecify.annotations.NullMarked;
