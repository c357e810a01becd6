/// What this API is.
@NullMarked
package org.cumulet.database.discovery;

import org.jspecify.annotations.NullMarked;
