/// What this API is.
@NullMarked
package org.cumulet.batch.discovery;

import org.jspecify.annotations.NullMarked;
