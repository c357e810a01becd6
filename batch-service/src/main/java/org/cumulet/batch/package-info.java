/// Jobs: many operations of this cloud as one durable piece of work.
@NullMarked
package org.cumulet.batch;

import org.jspecify.annotations.NullMarked;
