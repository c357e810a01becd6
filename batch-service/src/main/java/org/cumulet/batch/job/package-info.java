/// Jobs: how far they are, who may steer them.
@NullMarked
package org.cumulet.batch.job;

import org.jspecify.annotations.NullMarked;
