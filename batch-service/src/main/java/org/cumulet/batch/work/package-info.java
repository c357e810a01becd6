/// Doing it: shares, calls, outcomes.
@NullMarked
package org.cumulet.batch.work;

import org.jspecify.annotations.NullMarked;
