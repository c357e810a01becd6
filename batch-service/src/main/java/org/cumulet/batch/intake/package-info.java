/// How a document becomes a job: read as it streams in, checked as a whole.
@NullMarked
package org.cumulet.batch.intake;

import org.jspecify.annotations.NullMarked;
