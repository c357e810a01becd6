/// What came of the items of a job.
@NullMarked
package org.cumulet.batch.outcome;

import org.jspecify.annotations.NullMarked;
